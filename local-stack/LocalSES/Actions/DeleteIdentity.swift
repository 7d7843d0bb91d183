import LocalServiceKit
import LocalStore

extension SES {
    /// Takes an identity away; one that is not there is no error.
    struct DeleteIdentity: ServiceAction {
        struct Input: Codable {
            var identity: String
        }

        var hasResult: Bool { true }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            _ = try database.removeIdentity(EmailIdentity(input.identity).name, in: context.location)
            return Nothing()
        }
    }
}
