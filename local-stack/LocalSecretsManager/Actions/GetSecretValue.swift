import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Tells what a secret holds, in the current version or another one.
    struct GetSecretValue: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var versionID: String?
            var versionStage: String?
        }

        struct Output: Encodable {
            var arn: String
            var name: String
            var versionID: String
            var secretString: String?
            var secretBinary: Blob?
            var versionStages: [String]
            var createdDate: Double

            private enum CodingKeys: String, CodingKey {
                case arn = "ARN"
                case name, versionID, secretString, secretBinary, versionStages, createdDate
            }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let secret = try database.livingSecret(input.secretID, in: context.location)
            let version = try Self.version(input, of: secret, database)
            try database.noteAccess(to: version, of: secret)
            return Output(
                arn: secret.arn,
                name: secret.name,
                versionID: version.id,
                secretString: version.value.text,
                secretBinary: version.value.blob,
                versionStages: try database.stages(of: secret)[version.id] ?? [],
                createdDate: version.createdAt.fractionalSeconds
            )
        }

        /// The version of that id, which must have the label where both are given; or the one with the label.
        private static func version(
            _ input: Input,
            of secret: Secret,
            _ database: Database
        ) throws(ServiceError) -> SecretVersion {
            let stage = input.versionStage ?? VersionStage.current
            let labelled = try database.version(at: stage, of: secret)
            guard let id = input.versionID ?? labelled else {
                throw .valueNotFound("staging label: \(stage)")
            }
            guard let version = try database.version(id, of: secret) else {
                throw .valueNotFound("VersionId: \(id)")
            }
            guard input.versionStage == nil || labelled == id else { throw .stageMismatch }
            return version
        }
    }
}
