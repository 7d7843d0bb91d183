import PipelineRuntime
import Testing

@testable import Notifier
@testable import PipelineStage
@testable import StageContracts

@Suite struct `A webhook` {
    private static let body =
        #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery","#
        + #""notify":{"webhook":"https://example.com/done?x=1"},"attributes":{"region":"usa"}}"#

    private static func pipeline(_ upload: [UInt8]? = nil) throws -> TestPipeline {
        TestPipeline.functions(body, upload: try upload ?? Uploads.lyingPhoto())
    }

    @Test func `tells everything about a gallery, signed`() throws {
        let pipeline = try Self.pipeline()
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
        let pipeline = try Self.pipeline(Array("hello".utf8))
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

    @Test func `that is not taken is sent again after growing pauses, the same under the same id`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cloud.endpoint.answer(500, 404, 302, 429, 503)
        try pipeline.run()
        let requests = pipeline.cloud.endpoint.requests
        #expect(requests.count == 6)
        #expect(Set(requests.compactMap { $0.headers["webhook-id"] }).count == 1)
        #expect(Set(requests.map(\.bytes)).count == 1)
        let times = requests.compactMap { $0.headers["webhook-timestamp"].flatMap { Int($0) } }
        #expect(zip(times, times.dropFirst()).map { $1 - $0 } == [5, 300, 1800, 7200, 18_000])
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .sent)
        #expect(notification.attempts == 6)
        #expect(try pipeline.record.notifications.count == 1)
        #expect(pipeline.isIdle)
    }

    @Test(arguments: [
        HTTPError.Kind.untrustedPeer, .connectionFailed, .connectionLost, .unresolvedHost, .timedOut,
        .malformedResponse,
    ])
    func `that met what an operator can mend is sent again`(kind: HTTPError.Kind) throws {
        let pipeline = try Self.pipeline()
        pipeline.cloud.endpoint.answers = Array(repeating: .failure(HTTPError(kind, "down")), count: 3)
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == 4)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .sent && notification.attempts == 4)
    }

    @Test func `shows in the record that it is tried again`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cloud.endpoint.answer(500)
        while pipeline.cloud.endpoint.requests.isEmpty { #expect(try pipeline.step()) }
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .retrying)
        #expect(notification.detail == "status_500")
        #expect(try pipeline.record.status == .processed)
        #expect(try pipeline.events.last?.type == EventKind.completed.type)
    }

    @Test func `is given up after the last attempt`() throws {
        let pipeline = try Self.pipeline()
        pipeline.cloud.endpoint.answers = Array(
            repeating: .failure(HTTPError(.timedOut, "slow")),
            count: WebhookSchedule.maximumAttemptCount
        )
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == WebhookSchedule.maximumAttemptCount)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed)
        #expect(notification.detail == "timed_out")
        #expect(pipeline.isIdle)
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
        let pipeline = try Self.pipeline()
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
        let pipeline = try Self.pipeline()
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

    @Test(arguments: [
        ("http://127.0.0.1/", ProblemCode.forbiddenAddress),
        ("http://169.254.169.254/latest", .forbiddenAddress),
        ("https://10.1.2.3:8443/done", .forbiddenAddress), ("http://[::1]/", .forbiddenAddress),
        ("http://[::ffff:192.168.0.1]/", .forbiddenAddress), ("http://[fd00:ec2::254]/", .forbiddenAddress),
        ("http://2130706433/", .invalidURL), ("http://0x7f.1/", .invalidURL),
        ("https://example.com:25/", .invalidURL),
    ])
    func `to an address that could never be called is refused with the request`(
        address: String,
        code: ProblemCode
    )
        throws
    {
        for more in ["", #","colour":1"#] {
            let wish = #","notify":{"webhook":"\#(address)"}\#(more)"#
            let pipeline = TestPipeline.functions(
                Requests.text(email: nil, more: wish),
                upload: try Uploads.photo()
            )
            try pipeline.run()
            let record = try pipeline.record
            let problems = try #require(record.failure?.problems)
            #expect(record.failure?.code == .invalidRequest)
            #expect(problems.last?.pointer.text == "/notify/webhook" && problems.last?.code == code)
            #expect(problems.map(\.code).contains(.unknownField) == !more.isEmpty)
            #expect(record.outputs.isEmpty && record.preprocessed == nil)
            #expect(pipeline.cloud.endpoint.requests.isEmpty)
            let told = record.notifications.map {
                [$0.status.rawValue, $0.detail ?? "", "\($0.attempts ?? 0)"]
            }
            #expect(told == [["failed", code.rawValue, "0"]])
        }
    }

    @Test(arguments: ["any", "public,10.0.0.0/8"])
    func `to an address that the operator opened is called`(policy: String) throws {
        let body = Requests.text(email: nil, more: #","notify":{"webhook":"http://10.1.2.3/done"}"#)
        let pipeline = TestPipeline.functions(body, upload: try Uploads.photo())
        pipeline.ownVariables["WEBHOOK_ADDRESSES"] = policy
        try pipeline.run()
        #expect(try pipeline.record.status == .processed)
        #expect(pipeline.cloud.endpoint.requests.count == 1)
    }

    @Test func `that nothing can sign is never sent`() throws {
        let pipeline = try Self.pipeline()
        pipeline.ownVariables["WEBHOOK_SECRETS"] = ""
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.isEmpty)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed && notification.detail == "no_secret")
        #expect(notification.attempts == nil)
    }

    @Test func `has an id without a full stop, whatever the request's own id is`() throws {
        let pipeline = TestPipeline(runsFunctions: true)
        pipeline.send(#"{"requestId":"a.1.b","notify":{"webhook":"https://example.com/done"}}"#)
        try pipeline.run()
        let id = try #require(pipeline.cloud.endpoint.requests.first?.headers["webhook-id"])
        #expect(id.hasPrefix("msg_") && !id.contains("."))
    }
}
