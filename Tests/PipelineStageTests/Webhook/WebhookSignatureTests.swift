import PipelineRuntime
import Testing

@testable import Notifier

@Suite struct `The signature of a webhook` {
    @Test(
        arguments: [
            // The vector of the reference libraries of Standard Webhooks.
            (
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330,
                #"{"test": 2432232314}"#, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            ),
            // The vector that Svix publishes.
            (
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553,
                #"{"email":"test@example.com","username":"test_user"}"#,
                "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="
            ),
        ]
    )
    func `is that of published vectors`(
        secret: String,
        id: String,
        time: Int,
        body: String,
        signature: String
    ) throws {
        let secret = try #require(WebhookSecret(secret))
        #expect(secret.signature(of: Array(body.utf8), id: id, timestamp: time) == signature)
    }

    @Test(arguments: [
        "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
        "whsec_****",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_" + String(repeating: "AAAA", count: 22),
    ])
    func `is not made with what is no secret`(text: String) {
        #expect(WebhookSecret(text) == nil)
    }
}

@Suite struct `The settings of webhooks` {
    private func read(_ variables: [String: String]) throws(SettingsError) -> WebhookSettings {
        try SettingsReader.read(Environment(variables)) { WebhookSettings(reading: &$0) }
    }

    @Test func `are no secret unless set`() throws {
        let settings = try read([:])
        #expect(settings.secrets?.isEmpty == true)
    }

    @Test func `take two secrets`() throws {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let settings = try read(["WEBHOOK_SECRETS": "\(secret), \(secret)"])
        #expect(settings.secrets?.count == 2)
    }

    @Test func `take the secrets from one place only`() {
        let error = #expect(throws: SettingsError.self) {
            try read(["WEBHOOK_SECRETS": WebhookEndpoint.secret, "WEBHOOK_SECRETS_ARN": "arn:aws:x"])
        }
        #expect(error?.problems.map(\.name) == ["WEBHOOK_SECRETS_ARN"])
    }

    @Test func `that are none are no secrets, and do not keep the notifier from its mails`() throws {
        #expect(try read(["WEBHOOK_SECRETS": "whsec_tooshort"]).secrets == nil)
    }
}
