import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A request that cannot be fulfilled` {
    @Test func `because it breaks the contract fails with every problem and its owner is told`() throws {
        let pipeline = TestPipeline()
        pipeline.send(
            #"{"requestId":"order-1","sourse":{},"notify":{"email":"owner@example.com"},"attributes":{"region":"usa"}}"#
        )
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .failed)
        #expect(record.failure?.code == .invalidRequest)
        #expect(record.failure?.stage == .preprocess)
        #expect(record.failure?.problems.map(\.pointer.text) == ["/source", "/renditions", "/sourse"])
        #expect(record.notifications.count == 1)
        #expect(pipeline.cloud.publications.last?.attributes["type"] == "failed")
        #expect(pipeline.cloud.publications.last?.attributes["region"] == "usa")
        #expect(pipeline.scripts[.preprocess]?.runCount == 0)
        #expect(pipeline.scripts[.process]?.runCount == 0)
    }

    @Test(arguments: [StageName.preprocess, .process])
    func `because a stage refuses it fails there, at once and once`(stage: StageName) throws {
        let pipeline = TestPipeline()
        pipeline.scripts[stage]?.before = { (_) throws(StageFailure) in
            throw .reject(.tooManyPixels, text: "It has 200 megapixels.", detail: "20000x10000")
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(
            record.failure == Failure(stage: stage, code: .tooManyPixels, text: "It has 200 megapixels.")
        )
        #expect(record.history.last?.status == .failed)
        #expect(record.stages[stage]?.attempts == 1)
        #expect(record.stages[stage]?.finishedAt != nil)
        #expect(pipeline.scripts[stage]?.runCount == 1)
        #expect(pipeline.count(.outcome) == 1)
        #expect(record.notifications.count == 1)
        #expect(!"\(record)".contains("20000x10000"))
        #expect(pipeline.log.all.contains { $0.contains("20000x10000") })
    }

    @Test func `by the notifier is ended with a warning`() throws {
        let pipeline = try Way.rejectedByNotifier.pipeline()
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .processed)
        #expect(record.warnings.map(\.code) == [.notNotified])
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
    }

    @Test func `without an owner ends all the same`() throws {
        let pipeline = TestPipeline()
        pipeline.send(#"{"requestId":"order-1"}"#)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").stages.notify?.finishedAt != nil)
        #expect(pipeline.isIdle)
    }
}

@Suite struct `Work that fails for a time` {
    @Test func `is done again after growing pauses`() throws {
        let pipeline = TestPipeline()
        var moments: [WallTime] = []
        pipeline.scripts[.process]?.before = { [clock = pipeline.clock] (_) throws(StageFailure) in
            moments.append(clock.now)
            if moments.count < 4 { throw .retry(detail: "busy") }
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .processed)
        #expect(record.stages.process?.attempts == 4)
        // Three quarters of 4, 8 and 16 seconds: the test's chance is always one half.
        #expect(
            zip(moments, moments.dropFirst()).map { $0.duration(to: $1) } == [3, 6, 12].map { .seconds($0) }
        )
        #expect(try pipeline.events.count { $0.type == EventKind.started.type } == 1)
    }

    @Test func `is done again when the stage says`() throws {
        let pipeline = TestPipeline()
        var moments: [WallTime] = []
        pipeline.scripts[.preprocess]?.before = { [clock = pipeline.clock] (_) throws(StageFailure) in
            moments.append(clock.now)
            if moments.count < 2 { throw .retry(after: .milliseconds(1500), detail: "busy") }
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(moments.count == 2)
        // SQS counts whole seconds; a pause is never cut short.
        #expect(moments[0].duration(to: moments[1]) == .seconds(2))
    }

    @Test(arguments: [StageName.preprocess, .process])
    func `for good fails the request, and its owner is told`(stage: StageName) throws {
        let pipeline = TestPipeline()
        pipeline.scripts[stage]?.before = { (_) throws(StageFailure) in throw .retry(detail: "always busy") }
        pipeline.send(Requests.text())
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.failure == Failure(stage: stage, code: .deadLetter))
        #expect(record.stages[stage]?.attempts == TestPipeline.maximumReceiveCount)
        #expect(record.notifications.count == 1)
        #expect(try pipeline.events.last?.type == EventKind.failed.type)
        #expect(pipeline.isIdle)
    }

    @Test func `of the notifier leaves the record as it was`() throws {
        let pipeline = TestPipeline()
        pipeline.scripts[.notify]?.before = { (_) throws(StageFailure) in
            throw .retry(detail: "no mail today")
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .processed)
        #expect(record.failure == nil)
        #expect(pipeline.queues[.unreadable]?.count == 1)
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
    }
}
