import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Lists identities by name.
    struct ListEmailIdentities: ServiceAction {
        struct Input: Codable {
            var pageSize: Int?
            var nextToken: String?
        }

        struct Entry: Codable {
            var identityType: String
            var identityName: String
            var sendingEnabled = true
            var verificationStatus = "SUCCESS"
        }

        struct Output: Codable {
            var emailIdentities: [Entry]
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let all = try database.identities(in: context.location)
            let page = try Page(identities: all, maximum: input.pageSize, from: input.nextToken)
            var entries: [Entry] = []
            for name in page.elements {
                entries.append(Entry(identityType: try EmailIdentity(name).kind, identityName: name))
            }
            return Output(emailIdentities: entries, nextToken: page.nextToken)
        }
    }
}
