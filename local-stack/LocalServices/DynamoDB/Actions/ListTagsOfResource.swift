import LocalStore

extension DynamoDB {
    /// Answers the labels of a table.
    enum ListTagsOfResource: ServiceAction {
        struct Input: Decodable {
            var resourceARN: String
        }

        struct Output: Encodable {
            var tags: [Tag]
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.table(arn: input.resourceARN, context)
            let tags = try database.tags(of: table).sorted { $0.key < $1.key }
            return Output(tags: tags.map { Tag(key: $0.key, value: $0.value) })
        }
    }
}
