import LocalServiceKit
import LocalStore

extension SecretsManager {
    /// Marks a secret for deletion after its recovery window, or deletes it at once.
    struct DeleteSecret: ServiceAction {
        struct Input: Decodable {
            var secretID: SecretID
            var recoveryWindowInDays: Int?
            var forceDeleteWithoutRecovery: Bool?
        }

        struct Output: Encodable {
            var arn: String
            var name: String
            var deletionDate: Double

            private enum CodingKeys: String, CodingKey {
                case arn = "ARN"
                case name, deletionDate
            }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let window = try Self.recoveryWindow(input)
            guard let secret = try database.secretIfThere(input.secretID, in: context.location) else {
                guard window == nil else { throw .secretNotFound }
                return Self.outputOfMissing(input.secretID, database.now, context)
            }
            let moment = database.now + (window ?? .zero)
            if window == nil {
                try database.run("DELETE FROM secret WHERE id = ?", .integer(secret.id))
            } else {
                guard secret.deletionAt == nil else { throw .markedForDeletion }
                try database.markForDeletion(secret, at: moment)
            }
            return Output(arn: secret.arn, name: secret.name, deletionDate: moment.fractionalSeconds)
        }

        /// How long the secret can still be restored, 30 days unless told; nil where it is deleted at once.
        private static func recoveryWindow(_ input: Input) throws(ServiceError) -> Duration? {
            let days = input.recoveryWindowInDays
            guard (7...30).contains(days ?? 30) else {
                throw .invalidParameter(
                    "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive)."
                )
            }
            guard input.forceDeleteWithoutRecovery == true else { return .seconds((days ?? 30) * 86_400) }
            guard days == nil else {
                throw .invalidParameter(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays."
                )
            }
            return nil
        }

        /// Who deletes at once what is not there is told that it is gone, with an ARN that it might have had.
        private static func outputOfMissing(
            _ id: SecretID,
            _ now: Timestamp,
            _ context: ActionContext
        ) -> Output {
            let arn = SecretName.arn(of: id.name, suffix: SecretName.newSuffix, in: context.location)
            return Output(arn: arn, name: id.name, deletionDate: now.fractionalSeconds)
        }
    }
}
