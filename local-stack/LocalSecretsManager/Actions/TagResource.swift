import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Gives a secret labels, instead of those that have the same keys.
    struct TagResource: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var tags: [ResourceTag]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let secret = try database.livingSecret(input.secretID, in: context.location)
            try database.setTags(secret.tags.merging(input.tags.lastByKey) { $1 }, of: secret)
            return Nothing()
        }
    }
}
