import PipelineRuntime
import PipelineStage

/// What the notifier alone reads from the environment.
struct NotifySettings: Sendable {
    /// Where mails come from: `SENDER_ADDRESS`.
    let sender: String
    /// Where archived originals go: `ARCHIVE_BUCKET`.
    let archiveBucket: String
    /// How long links in mails work: `LINK_LIFETIME_SECONDS`.
    let linkLifetime: Duration

    /// How webhooks are sent.
    let webhook: WebhookSettings

    init(reading reader: inout SettingsReader) {
        sender = reader.string("SENDER_ADDRESS", for: "the address that mails come from")
        archiveBucket = reader.string("ARCHIVE_BUCKET", for: "the bucket of archived originals")
        linkLifetime = reader.linkLifetime()
        webhook = WebhookSettings(reading: &reader)
    }
}
