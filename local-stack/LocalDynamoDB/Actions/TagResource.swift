import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Gives a table labels, instead of those that have the same keys.
    struct TagResource: ServiceAction {
        struct Input: Decodable {
            var resourceARN: String
            var tags: [ResourceTag]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let table = try database.table(arn: input.resourceARN, context)
            guard !input.tags.isEmpty else {
                throw .validation("Atleast one Tag needs to be provided as Input.")
            }
            try database.changeTags(of: table) { $0.merge(input.tags.lastByKey) { $1 } }
            return Nothing()
        }
    }
}
