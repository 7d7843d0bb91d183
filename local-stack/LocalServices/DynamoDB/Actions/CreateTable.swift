import LocalStore

extension DynamoDB {
    /// Creates a table, which can be used at once.
    enum CreateTable: ServiceAction {
        struct Input: Decodable {
            var tableName: String?
            var definition: TableDefinition
            var tags: [Tag]?

            enum CodingKeys: CodingKey {
                case tableName, tags
            }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                tableName = try container.decodeIfPresent(String.self, forKey: .tableName)
                tags = try container.decodeIfPresent([Tag].self, forKey: .tags)
                definition = try TableDefinition(from: decoder)
            }
        }

        struct Output: Encodable {
            var tableDescription: TableDescription
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let name = try name(of: input)
            try input.definition.check()
            let table = try database.createTable(
                name,
                input.definition,
                tags: Dictionary((input.tags ?? []).map { ($0.key, $0.value) }) { $1 },
                context
            )
            return Output(tableDescription: try database.description(of: table))
        }

        private static func name(of input: Input) throws(ServiceError) -> TableName {
            guard let name = input.tableName else {
                throw .validation(
                    "The parameter 'TableName' is required but was not present in the request"
                )
            }
            return try TableName(name, minimumLength: 3)
        }
    }
}
