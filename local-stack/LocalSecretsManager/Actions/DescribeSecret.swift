import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Says all of a secret but what it holds.
    struct DescribeSecret: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SecretDescription {
            let secret = try database.secret(input.secretID, in: context.location)
            var description = SecretDescription(secret, versions: try database.versions(of: secret))
            let stages = try database.stages(of: secret)
            description.versionIDsToStages = stages.isEmpty ? nil : stages
            return description
        }
    }
}
