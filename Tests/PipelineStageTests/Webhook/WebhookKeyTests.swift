import PipelineRuntime
import Testing

@testable import Notifier
@testable import PipelineStage
@testable import StageContracts

@Suite struct `The keys of a webhook` {
    @Test func `waits for keys that can be read, and the mail does not wait for it`() throws {
        let text = Requests.text(email: "o@b.de\",\"webhook\":\"https://example.com/x")
        let pipeline = TestPipeline.functions(text, upload: try Uploads.photo())
        pipeline.ownVariables["WEBHOOK_SECRETS"] = "whsec_mistyped"
        while pipeline.queues[.webhooks]?.isEmpty != false { #expect(try pipeline.step()) }
        #expect(try pipeline.step())
        #expect(pipeline.cloud.mails.count == 1)
        let waiting = try #require(try pipeline.record.notifications.last)
        #expect(waiting.status == .retrying && waiting.detail == "unreadable_secrets")
        #expect(Self.hasTold(pipeline, "WEBHOOK_SECRETS must hold") && !Self.hasTold(pipeline, "mistyped"))
        pipeline.ownVariables = [:]
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == 1)
        #expect(try pipeline.record.notifications.map(\.status) == [.sent, .sent])
        #expect(pipeline.isIdle)
    }

    private static func hasTold(_ pipeline: TestPipeline, _ text: String) -> Bool {
        pipeline.log.all.contains { $0.contains(text) }
    }

    @Test func `is signed with both keys while a key is replaced`() throws {
        let texts = [WebhookEndpoint.secret, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"]
        let settings = try SettingsReader.read(Environment(["WEBHOOK_SECRETS": texts.joined(separator: ",")]))
        {
            WebhookSettings(reading: &$0)
        }
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let sender = try Self.sender(settings, pipeline)
        let callback = Callback(of: try pipeline.record, attributes: .none)
        let address = try WebAddress(reading: "https://example.com/")
        let job = try pipeline.job(of: .notify, until: .never)
        #expect(sender.send(callback, to: address, after: nil, for: job).status == .sent)
        let request = try #require(pipeline.cloud.endpoint.requests.first)
        let (id, time) = (
            request.headers["webhook-id"] ?? "", Int(request.headers["webhook-timestamp"] ?? "") ?? 0
        )
        let signatures = texts.compactMap {
            WebhookSecret($0)?.signature(of: request.bytes, id: id, timestamp: time)
        }
        #expect(request.headers["webhook-signature"] == signatures.joined(separator: " "))
    }

    @Test func `is signed with the keys that Secrets Manager holds, asked for every five minutes`() throws {
        let settings = try SettingsReader.read(Environment(["WEBHOOK_SECRETS_ARN": "arn:aws:x"])) {
            WebhookSettings(reading: &$0)
        }
        let pipeline = try TestPipeline.withWebhook()
        try pipeline.run()
        let count = pipeline.cloud.endpoint.requests.count
        var secrets = ["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "none", WebhookEndpoint.secret]
        pipeline.cloud.intercept = { (operation, request) throws(HTTPError) in
            guard operation == "GetSecretValue" else { return nil }
            #expect(request.headers["Content-Type"] == "application/x-amz-json-1.1")
            #expect(request.input["SecretId"] == .string("arn:aws:x"))
            return .json(["SecretString": .string(secrets.removeFirst())])
        }
        let sender = try Self.sender(settings, pipeline)
        let callback = Callback(of: try pipeline.record, attributes: .none)
        let address = try WebAddress(reading: "https://example.com/")
        let job = try pipeline.job(of: .notify, until: .never)
        func send() -> Notification { sender.send(callback, to: address, after: nil, for: job) }
        #expect(send().status == .sent)
        #expect(send().status == .sent)
        #expect(secrets.count == 2)
        pipeline.clock.advance(by: .seconds(301))
        let waiting = send()
        #expect(waiting.status == .retrying && waiting.detail == "unreadable_secrets")
        #expect(send().status == .sent)
        #expect(secrets.isEmpty)
        #expect(pipeline.cloud.endpoint.requests.count == count + 3)
    }

    private static func sender(_ settings: WebhookSettings, _ pipeline: TestPipeline) throws -> WebhookSender
    {
        WebhookSender(
            transport: pipeline.cloud,
            keyring: WebhookKeyring(settings: settings, clock: pipeline.clock),
            addresses: try pipeline.environment().webhookAddresses,
            clock: pipeline.clock
        )
    }

    @Test func `that nothing can sign is never sent`() throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.ownVariables["WEBHOOK_SECRETS"] = ""
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.isEmpty)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed && notification.detail == "no_secret")
        #expect(notification.attempts == nil)
    }
}
