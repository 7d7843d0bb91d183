import PipelineRuntime

/// The keys that sign webhooks, from the settings or from Secrets Manager.
final class WebhookKeyring {
    private let settings: WebhookSettings
    private let clock: any WallClock
    private var fetched: (secrets: [WebhookSecret], at: WallTime)?

    /// How long keys are used before Secrets Manager is asked whether they were replaced.
    private static let lifetime = Duration.seconds(300)

    init(settings: WebhookSettings, clock: any WallClock) {
        self.settings = settings
        self.clock = clock
    }

    /// The keys, asked of `store` where they lie there; none where webhooks are not set up.
    ///
    /// - Throws: ``UnreadableSecrets`` while Secrets Manager does not answer or what is set is no key.
    func secrets(in store: SecretsManagerClient) throws(UnreadableSecrets) -> [WebhookSecret] {
        guard let arn = settings.secretsARN else {
            guard let secrets = settings.secrets else { throw Self.noKeys("WEBHOOK_SECRETS") }
            return secrets
        }
        let now = clock.now
        if let fetched, fetched.at.duration(to: now) < Self.lifetime { return fetched.secrets }
        let text: String
        do {
            text = try store.text(of: arn)
        } catch {
            throw UnreadableSecrets(detail: "\(error)")
        }
        guard let secrets = WebhookSecret.list(text), !secrets.isEmpty else { throw Self.noKeys(arn) }
        fetched = (secrets, now)
        return secrets
    }

    private static func noKeys(_ place: String) -> UnreadableSecrets {
        UnreadableSecrets(
            detail: "\(place) must hold whsec_ and 24 to 64 bytes in base64, separated by commas"
        )
    }
}
