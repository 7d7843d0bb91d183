import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A dead letter of a shipped function` {
    @Test func `of the preprocessor tells the owner that the request was given up`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.send(Requests.text(), to: .deadRequests)
        try pipeline.run()
        #expect(try pipeline.record.failure == Failure(stage: .preprocess, code: .deadLetter))
        let mail = try #require(pipeline.cloud.mails.first)
        #expect(mail.text.contains("The request failed repeatedly and was given up."))
        #expect(mail.text.contains("Please ask again under a new id; the original is still there."))
    }

    @Test func `of the file processor tells the owner that the request was given up`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        #expect(try pipeline.step())
        let message = try #require(pipeline.queues[.preprocessed]?.first)
        pipeline.queues[.preprocessed] = []
        pipeline.send(message.body, to: .deadPreprocessed)
        try pipeline.run()
        #expect(try pipeline.record.failure == Failure(stage: .process, code: .deadLetter))
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test func `of the notifier is a last try to tell the owner`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        #expect(try pipeline.step())
        #expect(try pipeline.step())
        let message = try #require(pipeline.queues[.outcomes]?.first)
        pipeline.queues[.outcomes] = []
        pipeline.send(message.body, to: .deadOutcomes)
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.mails.map(\.subject) == ["Your 2 pictures are ready: a.jpg"])
    }
}
