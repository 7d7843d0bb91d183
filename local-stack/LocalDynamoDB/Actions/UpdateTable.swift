import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Changes how a table is paid for and protected, and its global secondary indexes.
    struct UpdateTable: ServiceAction {
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

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.namedTable(input.tableName, context)
            var definition = try database.definition(of: table)
            try refuseSameThroughput(input, definition)
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

        private func refuseSameThroughput(
            _ input: Input,
            _ definition: TableDefinition
        ) throws(ServiceError) {
            guard input.globalSecondaryIndexUpdates == nil, input.billingMode != .payPerRequest,
                let wanted = input.provisionedThroughput, let current = definition.provisionedThroughput,
                wanted.readCapacityUnits == current.readCapacityUnits,
                wanted.writeCapacityUnits == current.writeCapacityUnits
            else { return }
            let (reads, writes) = (current.readCapacityUnits, current.writeCapacityUnits)
            throw .validation(
                "The provisioned throughput for the table will not change. The requested value equals the current "
                    + "value. Current ReadCapacityUnits provisioned for the table: \(reads). "
                    + "Requested ReadCapacityUnits: \(reads). "
                    + "Current WriteCapacityUnits provisioned for the table: \(writes). "
                    + "Requested WriteCapacityUnits: \(writes). Refer to the Amazon DynamoDB Developer Guide for "
                    + "current limits and how to request higher limits."
            )
        }

        private func change(
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
