import PipelineRuntime
import StageContracts
import Testing

@testable import Notifier
@testable import PipelineStage

@Suite struct `The webhook for all` {
    private static let address = "https://owner.example.com/done?key=1"

    private static func pipeline(_ body: String, upload: [UInt8]?) throws -> TestPipeline {
        let pipeline = TestPipeline.functions(body, upload: upload)
        pipeline.ownVariables["WEBHOOK_URL"] = address
        try pipeline.run()
        #expect(pipeline.isIdle)
        return pipeline
    }

    @Test func `is told of a request that names none, however it ends`() throws {
        let processed = try Self.pipeline(Requests.text(), upload: Uploads.photo())
        #expect(processed.cloud.endpoint.requests.map(\.url) == [Self.address])
        #expect(processed.cloud.endpoint.requests.first?.addressPolicy == .publicOnly)
        #expect(try processed.cloud.endpoint.callbacks.map(\.type) == [EventKind.completed.type])
        #expect(try processed.record.notifications.map(\.channel) == [.email, .webhook])
        let failed = try Self.pipeline(Requests.text(email: nil), upload: nil)
        #expect(try failed.cloud.endpoint.callbacks.map(\.type) == [EventKind.failed.type])
        let invalid = try Self.pipeline(#"{"requestId":"order-1"}"#, upload: nil)
        #expect(try invalid.cloud.endpoint.callbacks.first?.data.failure?.code == .invalidRequest)
        let taken = try Self.pipeline(Requests.text(email: nil), upload: Uploads.photo())
        taken.send(Requests.text(email: nil, more: #","retention":"archive""#))
        try taken.run()
        let types = try taken.cloud.endpoint.callbacks.map(\.type)
        #expect(types == [EventKind.completed.type, EventKind.refused.type])
    }

    @Test func `is not told of a request that names its own, or has a puzzle`() throws {
        let own = try Self.pipeline(Requests.calledBack, upload: Uploads.photo())
        #expect(own.cloud.endpoint.requests.map(\.url) == ["https://example.com/done"])
        let puzzle = try Self.pipeline(Requests.puzzle, upload: Uploads.photo())
        #expect(try puzzle.record.status == .processed && puzzle.cloud.endpoint.requests.isEmpty)
    }

    @Test func `is tried again, and no more once it wants none`() throws {
        let pipeline = TestPipeline.functions(Requests.text(email: nil), upload: try Uploads.photo())
        pipeline.ownVariables["WEBHOOK_URL"] = Self.address
        pipeline.cloud.endpoint.answer(500, 410)
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.pauses == [5])
        #expect(try pipeline.record.notifications.map(\.detail) == ["gone"])
    }

    @Test(arguments: [
        ("example.com/done", "must begin with https:// or http:// and a host"),
        ("https://me:pass@example.com/", "must not hold a user name or password"),
        (
            "http://169.254.169.254/",
            "must lead to a public address, or to a network that WEBHOOK_ADDRESSES opens"
        ),
        ("https://example.com:25/", "must have a plain host and port 80, 443 or one from 1024 up"),
    ])
    func `is refused at start-up where it could never be called`(text: String, problem: String) {
        let variables = Environment(TestPipeline.variables.merging(["WEBHOOK_URL": text]) { $1 })
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(variables) { NotifySettings(reading: &$0) }
        }
        #expect(error?.problems.map(\.text) == ["WEBHOOK_URL \(problem)"])
    }

    @Test func `is refused at start-up where nothing could sign what it is told`() {
        let own = ["WEBHOOK_URL": Self.address, "WEBHOOK_SECRETS": ""]
        let variables = Environment(TestPipeline.variables.merging(own) { $1 })
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(variables) { NotifySettings(reading: &$0) }
        }
        let problem = "WEBHOOK_URL needs WEBHOOK_SECRETS or WEBHOOK_SECRETS_ARN, which it is signed with"
        #expect(error?.problems.map(\.text) == [problem])
    }

    @Test(
        arguments: [
            ("", "public", nil), ("http://10.1.2.3/done", "public,10.0.0.0/8", "http://10.1.2.3/done"),
            ("http://127.0.0.1:8000/", "any", "http://127.0.0.1:8000/"),
        ] as [(String, String, String?)]
    )
    func `may be none, or lead where webhooks may go`(text: String, policy: String, address: String?) throws {
        let own = ["WEBHOOK_URL": text, "WEBHOOK_ADDRESSES": policy]
        let variables = Environment(TestPipeline.variables.merging(own) { $1 })
        let settings = try SettingsReader.read(variables) { NotifySettings(reading: &$0) }
        #expect(settings.webhook.address?.text == address)
    }
}
