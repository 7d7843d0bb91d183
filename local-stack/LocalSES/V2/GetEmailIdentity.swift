import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Answers what is known of an identity.
    struct GetEmailIdentity: ServiceAction {
        struct Input: Codable {
            var emailIdentity: String
        }

        struct Output: Codable {
            var identityType: String
            var feedbackForwardingStatus = true
            var verifiedForSendingStatus = true
            var verificationStatus = "SUCCESS"
            var dkimAttributes: SigningAttributes
            var policies: [String: String] = [:]
            var tags: [ResourceTag]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let identity = try EmailIdentity(input.emailIdentity)
            guard let tags = try database.identityTags(identity.name, in: context.location) else {
                throw .identityDoesNotExist(identity.name)
            }
            return Output(
                identityType: identity.kind,
                dkimAttributes: SigningAttributes(identity),
                tags: tags.resourceTags
            )
        }
    }
}
