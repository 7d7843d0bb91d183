import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Takes labels from a table.
    struct UntagResource: ServiceAction {
        struct Input: Decodable {
            var resourceARN: String
            var tagKeys: [String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let table = try database.table(arn: input.resourceARN, context)
            guard !input.tagKeys.isEmpty else {
                throw .validation("Atleast one Tag Key needs to be provided as Input.")
            }
            try database.changeTags(of: table) { tags in
                for key in input.tagKeys { tags[key] = nil }
            }
            return Nothing()
        }
    }
}
