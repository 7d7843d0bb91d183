import LocalStore

extension DynamoDB {
    /// Gives a table labels, instead of those that have the same keys.
    enum TagResource: ServiceAction {
        struct Input: Decodable {
            var resourceARN: String
            var tags: [Tag]
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let table = try database.table(arn: input.resourceARN, context)
            guard !input.tags.isEmpty else {
                throw .validation("Atleast one Tag needs to be provided as Input.")
            }
            try database.changeTags(of: table) { tags in
                for tag in input.tags { tags[tag.key] = tag.value }
            }
            return Nothing()
        }
    }
}
