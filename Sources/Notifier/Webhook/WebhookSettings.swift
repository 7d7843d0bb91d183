import PipelineRuntime
import StageContracts

/// What an operator decides about webhooks.
struct WebhookSettings: Sendable {
    /// The keys that sign: `WEBHOOK_SECRETS`, separated by commas.
    ///
    /// While a key is replaced there are two, and each webhook has a signature of both. Nil for what are none: mails are sent
    /// all the same, and each webhook says in the record why it waits.
    let secrets: [WebhookSecret]?
    /// The secret of Secrets Manager that holds such keys: `WEBHOOK_SECRETS_ARN`; nil where they are set directly.
    let secretsARN: String?
    /// The endpoint that is called where a request names none: `WEBHOOK_URL`; nil where there is none.
    let address: WebAddress?

    init(reading reader: inout SettingsReader) {
        address = reader.webhookAddress("WEBHOOK_URL")
        let text = reader.optionalString("WEBHOOK_SECRETS") ?? ""
        secrets = WebhookSecret.list(text)
        secretsARN = reader.optionalString("WEBHOOK_SECRETS_ARN")
        if secretsARN != nil, !text.isEmpty {
            reader.reject("WEBHOOK_SECRETS_ARN", "must not be set beside WEBHOOK_SECRETS")
        }
        if address != nil, secretsARN == nil, text.isEmpty {
            let need = "needs WEBHOOK_SECRETS or WEBHOOK_SECRETS_ARN, which it is signed with"
            reader.reject("WEBHOOK_URL", need)
        }
    }
}

extension SettingsReader {
    /// An endpoint for webhooks; one that could never be called is a problem.
    fileprivate mutating func webhookAddress(_ name: String) -> WebAddress? {
        guard let text = optionalString(name) else { return nil }
        let address: WebAddress
        do {
            address = try WebAddress(reading: text)
        } catch {
            reject(name, error.detail)
            return nil
        }
        // What is wrong with the policy is told where it is read.
        let policy = HTTPAddressPolicy(optionalString("WEBHOOK_ADDRESSES") ?? "public")
        switch policy?.refusal(of: text)?.kind {
        case nil: break
        case .forbiddenAddress:
            reject(name, "must lead to a public address, or to a network that WEBHOOK_ADDRESSES opens")
        default: reject(name, "must have a plain host and port 80, 443 or one from 1024 up")
        }
        return address
    }
}
