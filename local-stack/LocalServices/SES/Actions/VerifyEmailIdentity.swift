import LocalStore

extension SES {
    /// Adds an address as an identity; here it counts as verified at once.
    struct VerifyEmailIdentity: ServiceAction {
        struct Input: Codable {
            var emailAddress: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> NoMembers {
            try database.addIdentity(EmailIdentity(input.emailAddress), in: context.location)
            return NoMembers()
        }
    }
}
