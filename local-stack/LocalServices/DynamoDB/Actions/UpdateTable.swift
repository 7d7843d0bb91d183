import LocalStore

extension DynamoDB {
    /// Changes how a table is paid for and protected, and its global secondary indexes.
    enum UpdateTable: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
            var attributeDefinitions: [TableDefinition.Attribute]?
            var billingMode: BillingMode?
            var provisionedThroughput: TableDefinition.Throughput?
            var tableClass: String?
            var deletionProtectionEnabled: Bool?
            var globalSecondaryIndexUpdates: [IndexUpdate]?
        }

        struct Output: Encodable {
            var tableDescription: TableDescription
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.namedTable(input.tableName, context)
            var definition = try database.definition(of: table)
            try change(&definition, input)
            try definition.check()
            let before = Set(table.indexes.map(\.name))
            let indexes = definition.indexes
            try database.replace(definition, of: table)
            for name in before.subtracting(indexes.map(\.name)) {
                try database.clear(index: name, of: table)
            }
            for index in indexes where !before.contains(index.name) {
                try database.fill(index, of: table)
            }
            return Output(tableDescription: try database.description(of: table))
        }

        private static func change(
            _ definition: inout TableDefinition,
            _ input: Input
        ) throws(ServiceError) {
            if let mode = input.billingMode {
                definition.billingMode = mode
                if mode == .payPerRequest { definition.provisionedThroughput = nil }
            }
            if let throughput = input.provisionedThroughput { definition.provisionedThroughput = throughput }
            if let tableClass = input.tableClass { definition.tableClass = tableClass }
            if let isProtected = input.deletionProtectionEnabled {
                definition.deletionProtectionEnabled = isProtected
            }
            for attribute in input.attributeDefinitions ?? []
            where definition.kind(of: attribute.attributeName) == nil {
                definition.attributeDefinitions.append(attribute)
            }
            for update in input.globalSecondaryIndexUpdates ?? [] { try update.apply(to: &definition) }
            definition.dropUnusedAttributes()
        }
    }
}
