import LocalServiceKit
import LocalStore

extension SES {
    /// Adds an address as an identity; here it counts as verified at once.
    struct VerifyEmailIdentity: ServiceAction {
        struct Input: Codable {
            var emailAddress: String
        }

        var hasResult: Bool { true }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.addIdentity(EmailIdentity(input.emailAddress), in: context.location)
            return Nothing()
        }
    }
}
