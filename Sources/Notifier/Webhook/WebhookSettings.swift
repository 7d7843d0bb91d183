import PipelineRuntime

/// What an operator decides about webhooks.
struct WebhookSettings: Sendable {
    /// The keys that sign: `WEBHOOK_SECRETS`, separated by commas.
    ///
    /// While a key is replaced there are two, and each webhook has a signature of both. Nil for what are none: mails are sent
    /// all the same, and each webhook says in the record why it waits.
    let secrets: [WebhookSecret]?
    /// The secret of Secrets Manager that holds such keys: `WEBHOOK_SECRETS_ARN`; nil where they are set directly.
    let secretsARN: String?

    init(reading reader: inout SettingsReader) {
        let text = reader.optionalString("WEBHOOK_SECRETS") ?? ""
        secrets = WebhookSecret.list(text)
        secretsARN = reader.optionalString("WEBHOOK_SECRETS_ARN")
        if secretsARN != nil, !text.isEmpty {
            reader.reject("WEBHOOK_SECRETS_ARN", "must not be set beside WEBHOOK_SECRETS")
        }
    }
}
