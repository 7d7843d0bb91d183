import PipelineRuntime

/// What an operator decides about webhooks.
struct WebhookSettings: Sendable {
    /// The keys that sign: `WEBHOOK_SECRETS`, separated by commas.
    ///
    /// While a key is replaced there are two, and each webhook has a signature of both.
    let secrets: [WebhookSecret]
    /// Which addresses may be called: `WEBHOOK_ADDRESSES`, `public` unless set to `any`.
    let addresses: HTTPAddressPolicy

    private enum Addresses: String, CaseIterable {
        case `public`
        case any
    }

    init(reading reader: inout SettingsReader) {
        let texts = reader.list("WEBHOOK_SECRETS", for: "secrets that begin with whsec_", default: [])
        secrets = texts.compactMap(WebhookSecret.init)
        if secrets.count < texts.count {
            reader.reject(
                "WEBHOOK_SECRETS",
                "must be whsec_ and 24 to 64 bytes in base64, separated by commas"
            )
        }
        let addresses = reader.choice("WEBHOOK_ADDRESSES", default: Addresses.public)
        self.addresses = addresses == .any ? .any : .publicOnly
    }
}
