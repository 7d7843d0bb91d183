import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers the labels of a table.
    struct ListTagsOfResource: ServiceAction {
        struct Input: Decodable {
            var resourceARN: String
        }

        struct Output: Encodable {
            var tags: [ResourceTag]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.table(arn: input.resourceARN, context)
            return Output(tags: try database.tags(of: table).resourceTags)
        }
    }
}
