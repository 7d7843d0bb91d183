import PipelineRuntime
import StageContracts
import Testing

@testable import FileProcessor
@testable import PipelineStage

@Suite struct `The shipped functions` {
    @Test(arguments: StageName.allCases)
    func `give a message back for good when a service never recovers, and the request fails or is left`(
        stage: StageName
    ) throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        let dead: [StageName: String] = [
            .preprocess: "CopyObject", .process: "PutObject", .notify: "SendEmail",
        ]
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            operation == dead[stage] ? FakeCloud.throttling(operation) : nil
        }
        try pipeline.run()
        let record = try pipeline.record
        switch stage {
        case .preprocess, .process:
            #expect(record.failure == Failure(stage: stage, code: .deadLetter))
            #expect(pipeline.cloud.mails.map(\.subject) == ["a.jpg could not be processed"])
            #expect(pipeline.isIdle)
        case .notify:
            #expect(record.status == .processed)
            #expect(pipeline.cloud.mails.isEmpty)
            // An alarm watches this queue.
            #expect(pipeline.queues[.unreadable]?.count == 1)
        }
    }

    @Test(arguments: ["UpdateItem", "PutItem", "GetItem", "Publish"])
    func `go on when a service was throttled for a while`(operation: String) throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var count = 0
        pipeline.cloud.intercept = { (asked, _) throws(HTTPError) in
            guard asked == operation, count < 6 else { return nil }
            count += 1
            return FakeCloud.throttling(asked)
        }
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test(arguments: [(StageName.preprocess, "CopyObject"), (.process, "PutObject"), (.notify, "SendEmail")])
    func `give up in time and let the message come back`(stage: StageName, operation: String) throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var isFirst = true
        pipeline.cloud.intercept = { [clock = pipeline.clock] (asked, request) throws(HTTPError) in
            guard asked == operation, isFirst else { return nil }
            isFirst = false
            // The work has 117 of the 120 seconds: its call ends then, and the rest is for recording that.
            guard let timeout = request.timeout, timeout <= .seconds(117) else {
                return HTTPResponse(status: 501)
            }
            clock.delay(by: timeout)
            throw HTTPError(.timedOut, "hangs")
        }
        while isFirst { #expect(try pipeline.step()) }
        #expect(try pipeline.record.stages[stage]?.finishedAt == nil)
        #expect(pipeline.cloud.table["order-1"]?["claimUntil"] == .object(["N": .string("0")]))
        #expect(pipeline.queues.values.joined().count == 1)
        try pipeline.run()
        #expect(try pipeline.record.stages[stage]?.attempts == 2)
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test func `ask services no longer than their invocation lasts`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        var timeouts: [Duration?] = []
        pipeline.cloud.intercept = { (_, request) throws(HTTPError) in
            timeouts.append(request.timeout)
            return nil
        }
        try pipeline.run()
        #expect(timeouts.count > 15)
        #expect(timeouts.allSatisfy { $0 ?? .seconds(1000) <= TestPipeline.timeout })
    }

    @Test func `stop making pictures when their time is over`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        #expect(try pipeline.step())
        let job = try pipeline.job(of: .process, until: .after(.zero))
        let settings = try SettingsReader.read(Environment(TestPipeline.variables)) {
            ProcessStage.settings(reading: &$0)
        }
        let error = #expect(throws: StageFailure.self) {
            try ProcessStage(settings: settings, environment: pipeline.environment()).run(job)
        }
        guard case .retry? = error else {
            Issue.record("not to be tried again: \(String(describing: error))")
            return
        }
        #expect(pipeline.cloud.objects.keys.allSatisfy { !$0.hasPrefix("rtp-processed-files") })
    }

    @Test func `wait for another delivery that works on the request, and take it over when that is dead`()
        throws
    {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.cloud.fault = .deathBefore(3)
        #expect(try pipeline.step())
        let start = pipeline.clock.now
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        let second = try #require(pipeline.queues[.requests]?.last)
        #expect(second.visibleAt > start.advanced(by: TestPipeline.timeout))
        try pipeline.run()
        #expect(try pipeline.record.stages.preprocess?.attempts == 2)
        #expect(pipeline.cloud.mails.count == 1)
    }

    @Test func `do a request that was sent twice once`() throws {
        let pipeline = TestPipeline.functions(upload: try Uploads.photo())
        pipeline.send(Requests.text())
        try pipeline.run()
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(pipeline.cloud.mails.count == 1)
        #expect(pipeline.cloud.operations.count { $0 == "CopyObject" } == 1)
        // Two pictures, and a preview of the larger one for the mail.
        #expect(pipeline.cloud.operations.count { $0 == "PutObject" } == 3)
    }

    @Test func `harm no other request of a batch by a poisoned one`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.cloud.objects["rtp-request-files/uploads/good"] = try Uploads.photo()
        pipeline.cloud.objects["rtp-request-files/uploads/bad"] = Array("bad".utf8)
        for (id, key) in [("g-1", "good"), ("b-1", "bad"), ("b-2", "missing"), ("g-2", "good")] {
            pipeline.send(Requests.text(id: id, key: "uploads/\(key)"))
        }
        pipeline.send("hello")
        try pipeline.run()
        let statuses = try ["g-1", "b-1", "b-2", "g-2"].map { try pipeline.cloud.record($0).status }
        #expect(statuses == [.processed, .failed, .failed, .processed])
        #expect(pipeline.cloud.mails.count == 4)
        #expect(pipeline.queues[.unreadable]?.map(\.body) == ["hello"])
    }
}
