import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Makes a secret, with its first version where a value is given.
    struct CreateSecret: ServiceAction {
        struct Input: Decodable {
            var name: String
            var clientRequestToken: String?
            var description: String?
            var kmsKeyID: String?
            var secretString: String?
            var secretBinary: Blob?
            var tags: [ResourceTag]?
            var addReplicaRegions: [WireValue]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SecretOutput {
            guard (input.addReplicaRegions ?? []).isEmpty else {
                throw .invalidParameter("The local stack does not replicate secrets to other regions.")
            }
            let name = try SecretName(input.name)
            let token = try RequestToken(input.clientRequestToken)
            let value = try SecretValue(input.secretString, input.secretBinary)
            let tags = (input.tags ?? []).lastByKey
            if let secret = try database.secret(named: name.text, in: context.location) {
                try Self.requireRepetition(of: secret, token, value, database)
                return SecretOutput(secret, versionID: token.text)
            }
            let secret = try database.addSecret(
                name,
                description: input.description,
                kmsKeyID: input.kmsKeyID,
                in: context.location
            )
            try database.setTags(tags, of: secret)
            if let value { try database.addVersion(token, value, to: secret) }
            return SecretOutput(secret, versionID: value == nil ? nil : token.text)
        }

        /// Throws unless the request is the one that made the secret, again.
        private static func requireRepetition(
            of secret: Secret,
            _ token: RequestToken,
            _ value: SecretValue?,
            _ database: Database
        ) throws(ServiceError) {
            guard secret.deletionAt == nil else {
                throw .invalidRequest(
                    "You can't create this secret because a secret with this name is already scheduled for deletion."
                )
            }
            guard let version = try database.version(token.text, of: secret) else {
                throw .secretExists(secret.name)
            }
            guard version.value == value else { throw .tokenInUse(token.text, secret) }
        }
    }
}
