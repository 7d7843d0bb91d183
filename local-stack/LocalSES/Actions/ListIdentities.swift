import LocalServiceKit
import LocalStore

extension SES {
    /// Lists identities by name, all or those of one kind.
    struct ListIdentities: ServiceAction {
        struct Input: Codable {
            var identityType: String?
            var nextToken: String?
            var maxItems: Int?
        }

        struct Output: Codable {
            var identities: [String]
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            var all = try database.identities(in: context.location)
            switch input.identityType {
            case nil, "": break
            case "EmailAddress": all.removeAll { !$0.contains("@") }
            case "Domain": all.removeAll { $0.contains("@") }
            case let kind?: throw .invalidMail("Invalid identity type \(kind).")
            }
            let page = try Page(identities: all, maximum: input.maxItems, from: input.nextToken)
            return Output(identities: page.elements, nextToken: page.nextToken)
        }
    }
}
