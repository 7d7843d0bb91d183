import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Takes labels from a secret.
    struct UntagResource: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var tagKeys: [String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let secret = try database.livingSecret(input.secretID, in: context.location)
            try database.setTags(secret.tags.filter { !input.tagKeys.contains($0.key) }, of: secret)
            return Nothing()
        }
    }
}
