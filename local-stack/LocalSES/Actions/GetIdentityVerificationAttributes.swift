import LocalServiceKit
import LocalStore

extension SES {
    /// Answers of each identity whether it is verified; those that are not there are left out.
    struct GetIdentityVerificationAttributes: ServiceAction {
        struct Input: Codable {
            var identities: [String]
        }

        struct Attributes: Codable {
            var verificationStatus = "Success"
            var verificationToken: String?
        }

        struct Output: Codable {
            var verificationAttributes: [String: Attributes]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            var output = Output(verificationAttributes: [:])
            for name in input.identities {
                let identity = try EmailIdentity(name)
                guard try database.hasIdentity(identity.name, in: context.location) else { continue }
                let token = Blob(Digest.sha256.of(identity.name)).base64
                output.verificationAttributes[name] = Attributes(
                    verificationToken: identity.isDomain ? token : nil
                )
            }
            return output
        }
    }
}
