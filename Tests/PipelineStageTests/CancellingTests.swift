import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A request that its caller cancels` {
    private static let uploadName = "rtp-request-files/uploads/1/a.jpg"

    private static func pipeline(_ text: String = Requests.puzzle) throws -> TestPipeline {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[uploadName] = try Uploads.photo()
        pipeline.send(text)
        return pipeline
    }

    private static func expectNothingLeft(_ pipeline: TestPipeline, _ place: Comment? = nil) throws {
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .cancelled, place)
        #expect(record.outputs.isEmpty && record.preprocessed == nil && record.puzzle == nil, place)
        #expect(Set(pipeline.cloud.objects.keys) == [uploadName], place)
        #expect(pipeline.cloud.mails.isEmpty && pipeline.cloud.endpoint.requests.isEmpty, place)
        #expect(pipeline.isIdle, place)
        let ends = try pipeline.events.filter { $0.data.status.isTerminal }
        #expect(!ends.isEmpty && ends.allSatisfy { $0 == ends.first && $0.data.status == .cancelled }, place)
        #expect(try pipeline.events.last?.data.status == .cancelled, place)
    }

    @Test func `at any moment ends as cancelled with nothing left, or had ended before`() throws {
        let undisturbed = try Self.pipeline()
        try undisturbed.run()
        let count = undisturbed.cloud.requestCount
        var cancelledCount = 0
        for number in 0..<count {
            let pipeline = try Self.pipeline()
            if number == 0 { pipeline.cancel() }
            var calls = 0
            var isLate = false
            pipeline.cloud.intercept = { (_, _) throws(HTTPError) in
                calls += 1
                if calls == number { isLate = !pipeline.cancel() }
                return nil
            }
            try pipeline.run()
            pipeline.cloud.intercept = { (_, _) throws(HTTPError) in nil }
            if isLate {
                #expect(try pipeline.cloud.record("order-1").status == .processed)
            } else {
                cancelledCount += 1
                try Self.expectNothingLeft(pipeline, "at call \(number)")
            }
        }
        #expect(cancelledCount > 20)
    }

    @Test func `has its work stopped at the next five percent`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel { $0.progress >= 50 }
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").progress <= 55)
        #expect(pipeline.count(.outcome) == 0)
    }

    @Test func `when it comes again does no work`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel()
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        pipeline.send(Requests.puzzle)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        try Self.expectNothingLeft(pipeline)
    }

    @Test func `is told on its topic`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cancel { $0.progress >= 50 }
        try pipeline.run()
        let last = try #require(pipeline.cloud.publications.last)
        #expect(last.attributes["type"] == "cancelled")
        #expect(last.attributes["status"] == "cancelled")
    }

    @Test func `keeps nobody from another request of the same id that is sent later`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[Self.uploadName] = try Uploads.photo()
        pipeline.cancel()
        pipeline.clock.advance(by: .seconds(61))
        pipeline.send(Requests.puzzle)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
    }

    @Test(arguments: [TestPipeline.Queue.deadRequests, .deadPreprocessed])
    func `is cancelled out of a dead letter too`(queue: TestPipeline.Queue) throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects[Self.uploadName] = try Uploads.photo()
        if queue == .deadPreprocessed {
            pipeline.send(Requests.puzzle)
            pipeline.cancel { $0.status == .preprocessed }
            while pipeline.queues[.preprocessed]?.isEmpty != false { #expect(try pipeline.step()) }
            pipeline.queues[.deadPreprocessed] = pipeline.queues.removeValue(forKey: .preprocessed)
        } else {
            pipeline.cancel()
            pipeline.send(Requests.puzzle, to: queue)
        }
        try pipeline.run()
        try Self.expectNothingLeft(pipeline)
    }

    @Test func `leaves the files of others where they are`() throws {
        let pipeline = try Self.pipeline()
        let others = [
            "rtp-processed-files/order-1/puzzle-of/x/puzzle/sheet-1.webp",
            "rtp-processed-files/toys/order-1/puzzle/other/puzzle/sheet-1.webp",
            "rtp-processed-files/order-10/small.webp", "rtp-preprocessed-files/order-12/source.jpg",
        ]
        for name in others { pipeline.cloud.objects[name] = [1] }
        pipeline.cancel { $0.progress >= 95 }
        try pipeline.run()
        #expect(Set(pipeline.cloud.objects.keys) == Set(others + [Self.uploadName]))
    }
}
