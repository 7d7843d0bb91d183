import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A stage's handler` {
    private func context(_ pipeline: TestPipeline, timeLeft: Duration) -> InvocationContext {
        InvocationContext(
            requestID: "invocation",
            deadline: .after(timeLeft),
            deadlineTime: pipeline.clock.now.advanced(by: timeLeft),
            logger: Logger(output: pipeline.log, clock: pipeline.clock)
        )
    }

    private func event(_ body: String) -> [UInt8] {
        SQSEvent([
            SQSMessage(
                messageID: "m",
                receiptHandle: "h",
                body: body,
                eventSourceARN: TestPipeline.Queue.requests.arn,
                region: "eu-central-1"
            )
        ]).json
    }

    @Test(arguments: ["", "{}", "[]", #"{"Records":[{"eventSource":"aws:s3"}]}"#])
    func `refuses an event that is no batch`(text: String) throws {
        let pipeline = TestPipeline()
        let handler = try pipeline.handler(for: .preprocess)
        let error = #expect(throws: InvocationFailure.self) {
            try handler.handle(Array(text.utf8), context(pipeline, timeLeft: .seconds(60)))
        }
        #expect(error?.type == .function("UnreadableEvent"))
    }

    @Test func `leaves a message for which no time is left to the queue`() throws {
        let pipeline = TestPipeline()
        let handler = try pipeline.handler(for: .preprocess)
        let answer = try handler.handle(event(Requests.text()), context(pipeline, timeLeft: .zero))
        #expect(answer == BatchResponse(failedMessageIDs: ["m"]).json)
        #expect(pipeline.cloud.table.isEmpty)
    }

    @Test func `answers an empty batch`() throws {
        let pipeline = TestPipeline()
        let handler = try pipeline.handler(for: .notify)
        let answer = try handler.handle(
            Array(#"{"Records":[]}"#.utf8),
            context(pipeline, timeLeft: .seconds(60))
        )
        #expect(answer == BatchResponse(failedMessageIDs: []).json)
    }

    @Test(arguments: [(60, 57), (2, 1.5)])
    func `gives its work less time than the invocation has`(seconds: Double, left: Double) throws {
        let pipeline = TestPipeline()
        var timeLeft: Duration?
        pipeline.scripts[.preprocess]?.before = { (job) throws(StageFailure) in
            timeLeft = job.deadline.remaining()
        }
        let handler = try pipeline.handler(for: .preprocess)
        _ = try handler.handle(event(Requests.text()), context(pipeline, timeLeft: .seconds(seconds)))
        #expect(try #require(timeLeft) <= .seconds(left))
    }

    @Test func `lets another attempt see what was saved on the way`() throws {
        let pipeline = TestPipeline()
        var seen: [Int] = []
        pipeline.scripts[.notify]?.before = { (job) throws(StageFailure) in
            seen.append(job.record.notifications.count)
            guard job.record.notifications.isEmpty else { return }
            let notification = Notification(channel: .webhook, status: .sent, at: job.record.updatedAt)
            try job.save(RecordChanges(notifications: [notification]))
            throw .retry(detail: "cut off")
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(seen == [0, 1])
        #expect(try pipeline.cloud.record("order-1").notifications.map(\.channel) == [.webhook, .email])
    }

    @Test func `stops the work of a job that was taken from it`() throws {
        let pipeline = TestPipeline()
        pipeline.scripts[.process]?.before = { [cloud = pipeline.cloud] (job) throws(StageFailure) in
            guard job.attempt == 1 else { return }
            cloud.table["order-1"]?["version"] = .object(["N": .string("99")])
        }
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
        #expect(pipeline.scripts[.process]?.runCount == 2)
    }

    @Test(arguments: ["document", "request", "version", "claimUntil", "claimOwner"])
    func `leaves an item that no stage wrote alone`(attribute: String) throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        pipeline.cloud.table["order-1"]?[attribute] = .object(["S": .string("?")])
        if attribute == "request" || attribute == "claimOwner" {
            pipeline.cloud.table["order-1"]?[attribute] = .object(["N": .string("1")])
        }
        let item = pipeline.cloud.table["order-1"]
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(pipeline.queues[.unreadable]?.count == 1)
    }
}

@Suite struct `The settings of all stages` {
    @Test func `say where webhooks may go`() throws {
        func policy(_ text: String?) throws(SettingsError) -> HTTPAddressPolicy {
            var variables = TestPipeline.variables
            variables["WEBHOOK_ADDRESSES"] = text
            return try SettingsReader.read(Environment(variables)) { StageSettings(reading: &$0) }
                .webhookAddresses
        }
        #expect(try policy(nil) == .publicOnly)
        #expect(try policy("any") == .any)
        #expect(throws: SettingsError.self) { try policy("private") }
    }

    @Test func `report every missing variable at once`() {
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(Environment([:])) { StageSettings(reading: &$0) }
        }
        let names = Set(error?.problems.map(\.name) ?? [])
        let buckets = ["REQUEST_BUCKET", "PREPROCESSED_BUCKET", "PROCESSED_BUCKET"]
        #expect(names.isSuperset(of: buckets + ["DATA_TABLE"] + TestPipeline.topics.keys))
    }
}
