import LocalServiceKit
import LocalStore

extension SES {
    /// Adds a domain as an identity; here it counts as verified at once.
    struct VerifyDomainIdentity: ServiceAction {
        struct Input: Codable {
            var domain: String
        }

        struct Output: Codable {
            var verificationToken: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let identity = try EmailIdentity(input.domain)
            guard identity.isDomain else { throw .invalidMail("Invalid domain name \(input.domain).") }
            try database.addIdentity(identity, in: context.location)
            return Output(verificationToken: Blob(Digest.sha256.of(identity.name)).base64)
        }
    }
}
