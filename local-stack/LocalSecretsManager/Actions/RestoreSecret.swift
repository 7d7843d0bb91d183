import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Takes the mark from a secret that was to be deleted.
    struct RestoreSecret: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SecretOutput {
            let secret = try database.secret(input.secretID, in: context.location)
            try database.markForDeletion(secret, at: nil)
            return SecretOutput(secret)
        }
    }
}
