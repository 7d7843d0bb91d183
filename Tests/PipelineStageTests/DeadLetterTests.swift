import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A dead letter` {
    @Test func `of a request that never came to a record makes one that failed`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text(), to: .deadRequests)
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.failure == Failure(stage: .preprocess, code: .deadLetter))
        #expect(record.source?.key == "uploads/1/a.jpg")
        #expect(record.notifications.count == 1)
        #expect(record.stages.notify?.attempts == 1)
    }

    @Test func `that breaks the contract fails for that`() throws {
        let pipeline = TestPipeline()
        pipeline.send(#"{"requestId":"order-1","x":1}"#, to: .deadRequests)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").failure?.code == .invalidRequest)
    }

    @Test(arguments: [TestPipeline.Queue.deadRequests, .deadPreprocessed, .deadOutcomes])
    func `of a request that has ended touches nothing`(queue: TestPipeline.Queue) throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        let kind: StageMessage.Kind = queue == .deadPreprocessed ? .preprocessed : .outcome
        let message = StageMessage(kind, requestId: try RequestID(reading: "order-1"))
        pipeline.send(queue == .deadRequests ? Requests.text() : message.encodedText, to: queue)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(pipeline.scripts[.notify]?.runCount == 1)
    }

    @Test func `with the id of another request touches nothing`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        let item = pipeline.cloud.table["order-1"]
        pipeline.queues[.preprocessed] = []
        pipeline.send(Requests.text(key: "uploads/2/b.jpg"), to: .deadRequests)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
    }

    @Test func `of a stage that is at work again waits for that work`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        pipeline.cloud.fault = .deathAfter(2)
        #expect(try pipeline.step())
        pipeline.send(Requests.text(), to: .deadRequests)
        #expect(try pipeline.step())
        #expect(try pipeline.cloud.record("order-1").status == .preprocessing)
        #expect(try #require(pipeline.queues[.deadRequests]?.first).visibleAt > pipeline.clock.now)
    }

    @Test func `of the preprocessor does not stop the file processor`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        pipeline.cloud.revive()
        pipeline.cloud.fault = .deathAfter(3)
        #expect(try pipeline.step())
        #expect(try pipeline.cloud.record("order-1").status == .processing)
        pipeline.send(Requests.text(), to: .deadRequests)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
    }
}
