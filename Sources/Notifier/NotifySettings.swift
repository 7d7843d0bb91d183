import PipelineRuntime
import PipelineStage

/// What the notifier alone reads from the environment.
struct NotifySettings: Sendable {
    /// Where mails come from: `SENDER_ADDRESS`.
    let sender: String
    /// How webhooks are sent.
    let webhook: WebhookSettings

    init(reading reader: inout SettingsReader) {
        sender = reader.string("SENDER_ADDRESS", for: "the address that mails come from")
        webhook = WebhookSettings(reading: &reader)
    }
}
