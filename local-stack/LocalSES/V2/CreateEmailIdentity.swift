import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Adds an identity; here it counts as verified at once.
    struct CreateEmailIdentity: ServiceAction {
        struct Input: Codable {
            var emailIdentity: String
            var tags: [ResourceTag]?
        }

        struct Output: Codable {
            var identityType: String
            var verifiedForSendingStatus: Bool
            var dkimAttributes: SigningAttributes
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let identity = try EmailIdentity(input.emailIdentity)
            guard try database.addIdentity(identity, tags: (input.tags ?? []).lastByKey, in: context.location)
            else {
                throw .identityExists(identity.name)
            }
            return Output(
                identityType: identity.kind,
                verifiedForSendingStatus: true,
                dkimAttributes: SigningAttributes(identity)
            )
        }
    }
}
