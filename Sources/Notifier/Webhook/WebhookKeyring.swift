import PipelineRuntime
import PipelineStage
import StageContracts

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
    /// - Throws: A retry while Secrets Manager does not answer or holds something else: an operator can mend that.
    func secrets(in store: SecretsManagerClient) throws(StageFailure) -> [WebhookSecret] {
        guard let arn = settings.secretsARN else { return settings.secrets }
        let now = clock.now
        if let fetched, fetched.at.duration(to: now) < Self.lifetime { return fetched.secrets }
        let text: String
        do {
            text = try store.text(of: arn)
        } catch {
            throw .retry(detail: "\(error)")
        }
        guard let secrets = WebhookSecret.list(text), !secrets.isEmpty else {
            throw .retry(detail: "the secret \(arn) does not hold keys that begin with whsec_")
        }
        fetched = (secrets, now)
        return secrets
    }
}
