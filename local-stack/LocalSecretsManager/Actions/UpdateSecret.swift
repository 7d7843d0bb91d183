import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Replaces a secret's description, or makes a new current version, or both.
    struct UpdateSecret: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var clientRequestToken: String?
            var description: String?
            var kmsKeyID: String?
            var secretString: String?
            var secretBinary: Blob?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SecretOutput {
            let token = try RequestToken(input.clientRequestToken)
            let value = try SecretValue(input.secretString, input.secretBinary)
            let secret = try database.livingSecret(input.secretID, in: context.location)
            if let value { try database.addVersion(token, value, to: secret) }
            try database.describe(secret, as: input.description, kmsKeyID: input.kmsKeyID)
            return SecretOutput(secret, versionID: value == nil ? nil : token.text)
        }
    }
}
