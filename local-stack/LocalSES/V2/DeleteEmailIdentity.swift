import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Takes an identity away.
    struct DeleteEmailIdentity: ServiceAction {
        struct Input: Codable {
            var emailIdentity: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let identity = try EmailIdentity(input.emailIdentity)
            guard try database.removeIdentity(identity.name, in: context.location) else {
                throw .identityDoesNotExist(identity.name)
            }
            return Nothing()
        }
    }
}
