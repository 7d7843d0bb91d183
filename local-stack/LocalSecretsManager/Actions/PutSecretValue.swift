import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Adds a version, which is the current one unless other labels are given.
    struct PutSecretValue: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var clientRequestToken: String?
            var secretString: String?
            var secretBinary: Blob?
            var versionStages: [String]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SecretOutput {
            let token = try RequestToken(input.clientRequestToken)
            guard let value = try SecretValue(input.secretString, input.secretBinary) else {
                throw .invalidRequest("You must provide either SecretString or SecretBinary.")
            }
            let stages = input.versionStages ?? [VersionStage.current]
            guard (1...20).contains(stages.count), stages.allSatisfy({ (1...256).contains($0.utf8.count) })
            else {
                throw .invalidParameter("You must provide 1 to 20 staging labels of 1 to 256 characters.")
            }
            let secret = try database.livingSecret(input.secretID, in: context.location)
            try database.addVersion(token, value, stages: stages, to: secret)
            let labels = try database.stages(of: secret)[token.text]
            return SecretOutput(secret, versionID: token.text, versionStages: labels ?? [])
        }
    }
}
