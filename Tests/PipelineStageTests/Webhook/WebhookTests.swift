import PipelineRuntime
import Testing

@testable import Notifier
@testable import PipelineStage
@testable import StageContracts

@Suite struct `A webhook` {
    @Test func `tells everything about a gallery, signed`() throws {
        let pipeline = try TestPipeline.withWebhook()
        try pipeline.run()
        let request = try #require(pipeline.cloud.endpoint.requests.first)
        #expect(pipeline.cloud.endpoint.requests.count == 1)
        #expect(request.url == "https://example.com/done?x=1")
        #expect(request.addressPolicy == .publicOnly)
        #expect(request.headers["Content-Type"] == "application/json")
        #expect(try #require(request.timeout) <= .seconds(20))
        #expect(request.reading == .none)
        let id = try #require(request.headers["webhook-id"])
        let time = try #require(request.headers["webhook-timestamp"].flatMap { Int($0) })
        #expect(time == Timestamp(pipeline.clock.now).milliseconds / 1000)
        let secret = try #require(WebhookSecret(WebhookEndpoint.secret))
        let signature = secret.signature(of: request.bytes, id: id, timestamp: time)
        #expect(request.headers["webhook-signature"] == signature)
        let callback = try #require(try pipeline.cloud.endpoint.callbacks.first)
        let record = try pipeline.record
        #expect(callback.type == EventKind.completed.type)
        #expect(callback.data.outputs == record.outputs)
        #expect(callback.data.outputs.count == 8)
        #expect(callback.data.srcset == record.srcset)
        #expect(callback.data.source?.exif?.copyright == "© Ada")
        #expect(callback.data.stages.process?.milliseconds != nil)
        #expect(callback.attributes.values == ["region": "usa"])
        #expect(record.notifications.map(\.channel) == [.webhook])
        #expect(record.notifications.map(\.status) == [.sent])
    }

    @Test func `tells why a request failed and whether asking again can help`() throws {
        let pipeline = try TestPipeline.withWebhook(Array("hello".utf8))
        try pipeline.run()
        let callback = try #require(try pipeline.cloud.endpoint.callbacks.first)
        #expect(callback.type == EventKind.failed.type)
        #expect(callback.data.failure == Failure(stage: .preprocess, code: .unsupportedFormat))
        #expect(callback.timestamp == callback.data.history.last?.at)
    }

    @Test func `tells of a request that breaks the contract`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.send(#"{"requestId":"order-1","notify":{"webhook":"https://example.com/done"}}"#)
        try pipeline.run()
        let failure = try #require(try pipeline.cloud.endpoint.callbacks.first?.data.failure)
        #expect(failure.code == .invalidRequest)
        #expect(failure.problems.map(\.pointer.text) == ["/source", "/renditions"])
    }

    @Test func `shows in the record that it is tried again`() throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.cloud.endpoint.answer(500)
        while pipeline.cloud.endpoint.requests.isEmpty { #expect(try pipeline.step()) }
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .retrying)
        #expect(notification.detail == "status_500")
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
    }

    @Test(arguments: [
        (Result<HTTPResponse, HTTPError>.success(HTTPResponse(status: 410)), "gone"),
        (.failure(HTTPError(.forbiddenAddress, "127.0.0.1")), "forbidden_address"),
        (.failure(HTTPError(.invalidURL, "port 25 is no web server's")), "invalid_url"),
    ])
    func `is not sent again to who does not want it or may not have it`(
        answer: Result<HTTPResponse, HTTPError>,
        detail: String
    ) throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.cloud.endpoint.answers = [answer]
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == 1)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed)
        #expect(notification.detail == detail)
    }

    @Test func `and a mail do not hold up each other`() throws {
        let text = Requests.text(email: "o@b.de\",\"webhook\":\"https://example.com/x")
        let pipeline = TestPipeline.functions(text, upload: try Uploads.photo())
        pipeline.cloud.endpoint.answer(500, 500)
        var refusals = 0
        pipeline.cloud.intercept = { (operation, _) throws(HTTPError) in
            guard operation == "SendEmail", refusals < 6 else { return nil }
            refusals += 1
            return FakeCloud.throttling(operation)
        }
        try pipeline.run()
        #expect(pipeline.cloud.mails.count == 1)
        #expect(pipeline.cloud.endpoint.requests.count == 3)
        #expect(Set(try pipeline.record.notifications.map(\.channel)) == [.email, .webhook])
        #expect(try pipeline.record.notifications.allSatisfy { $0.status == .sent })
    }

    @Test func `has a message of its own, so that a mail and the last event do not wait for it`() throws {
        let text = Requests.text(email: "o@b.de\",\"webhook\":\"https://example.com/x")
        let pipeline = TestPipeline.functions(text, upload: try Uploads.photo())
        while pipeline.queues[.webhooks]?.isEmpty != false { #expect(try pipeline.step()) }
        #expect(pipeline.cloud.mails.count == 1 && pipeline.cloud.endpoint.requests.isEmpty)
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
        #expect(try pipeline.record.stages.notify?.finishedAt == nil)
        pipeline.cloud.endpoint.answer(500, 500)
        try pipeline.run()
        #expect(try pipeline.events.count { $0.type == EventKind.completed.type } == 1)
        #expect(try pipeline.record.stages.notify?.finishedAt != nil)
        #expect(pipeline.count(.webhook) == 1)
        #expect(pipeline.isIdle)
    }

    @Test func `and a mail are one attempt of the stage, with the time of each`() throws {
        let pipeline = TestPipeline.functions(Requests.calledBack, upload: try Uploads.photo())
        pipeline.cloud.intercept = { [unowned pipeline] (operation, _) throws(HTTPError) in
            if ["SendEmail", "Webhook"].contains(operation) { pipeline.clock.advance(by: .seconds(2)) }
            return nil
        }
        pipeline.cloud.endpoint.answer(500)
        try pipeline.run()
        let run = try #require(try pipeline.record.stages.notify)
        #expect(run.attempts == 1)
        #expect(run.steps?.keys.sorted() == ["clean", "email", "retain", "webhook"])
        // What lies between the messages is no work.
        #expect(run.milliseconds == 6000)
        #expect(try #require(run.finishedAt) > run.startedAt.advanced(by: .seconds(6)))
    }

    @Test func `has an id without a full stop, whatever the request's own id is`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.send(#"{"requestId":"a.1.b","notify":{"webhook":"https://example.com/done"}}"#)
        try pipeline.run()
        let id = try #require(pipeline.cloud.endpoint.requests.first?.headers["webhook-id"])
        #expect(id.hasPrefix("msg_") && !id.contains("."))
    }
}
