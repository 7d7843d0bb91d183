import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Creates a table, which can be used at once.
    struct CreateTable: ServiceAction {
        struct Input: Decodable {
            var tableName: String?
            var definition: TableDefinition
            var tags: [ResourceTag]?

            enum CodingKeys: CodingKey {
                case tableName, tags
            }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                tableName = try container.decodeIfPresent(String.self, forKey: .tableName)
                tags = try container.decodeIfPresent([ResourceTag].self, forKey: .tags)
                definition = try TableDefinition(from: decoder)
            }
        }

        struct Output: Encodable {
            var tableDescription: TableDescription
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let name = try name(of: input)
            try input.definition.check()
            let table = try database.createTable(
                name,
                input.definition,
                tags: (input.tags ?? []).lastByKey,
                context
            )
            return Output(tableDescription: try database.description(of: table))
        }

        private func name(of input: Input) throws(ServiceError) -> TableName {
            guard let name = input.tableName else {
                throw .validation(
                    "The parameter 'TableName' is required but was not present in the request"
                )
            }
            return try TableName(name, minimumLength: 3)
        }
    }
}
