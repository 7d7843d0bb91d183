import PipelineRuntime

/// What an operator decides about webhooks.
struct WebhookSettings: Sendable {
    /// The keys that sign: `WEBHOOK_SECRETS`, separated by commas.
    ///
    /// While a key is replaced there are two, and each webhook has a signature of both.
    let secrets: [WebhookSecret]
    /// The secret of Secrets Manager that holds such keys: `WEBHOOK_SECRETS_ARN`; nil where they are set directly.
    let secretsARN: String?

    init(reading reader: inout SettingsReader) {
        let text = reader.optionalString("WEBHOOK_SECRETS") ?? ""
        secrets = WebhookSecret.list(text) ?? []
        if WebhookSecret.list(text) == nil {
            reader.reject(
                "WEBHOOK_SECRETS",
                "must be whsec_ and 24 to 64 bytes in base64, separated by commas"
            )
        }
        secretsARN = reader.optionalString("WEBHOOK_SECRETS_ARN")
        if secretsARN != nil, !text.isEmpty {
            reader.reject("WEBHOOK_SECRETS_ARN", "must not be set beside WEBHOOK_SECRETS")
        }
    }
}
