import LocalServiceKit
import LocalStore

/// What answers say of a table.
struct TableDescription: Encodable, Sendable {
    struct Throughput: Encodable, Sendable {
        var numberOfDecreasesToday = 0
        var readCapacityUnits: Int
        var writeCapacityUnits: Int

        init(_ throughput: TableDefinition.Throughput?) {
            readCapacityUnits = throughput?.readCapacityUnits ?? 0
            writeCapacityUnits = throughput?.writeCapacityUnits ?? 0
        }
    }

    struct Billing: Encodable, Sendable {
        var billingMode: BillingMode
        var lastUpdateToPayPerRequestDateTime: Double
    }

    struct Class: Encodable, Sendable {
        var tableClass: String
    }

    var attributeDefinitions: [TableDefinition.Attribute]
    var tableName: String
    var keySchema: [TableDefinition.Element]
    var tableStatus: String
    var creationDateTime: Double
    var provisionedThroughput: Throughput
    var tableSizeBytes: Int
    var itemCount: Int
    var tableARN: String
    var tableID: String
    var billingModeSummary: Billing?
    var tableClassSummary: Class?
    var deletionProtectionEnabled: Bool
    var globalSecondaryIndexes: [IndexDescription]?
    var localSecondaryIndexes: [IndexDescription]?
}

extension Database {
    /// What there is to say of a table; unlike AWS's, the counts are those of this moment.
    func description(of table: Table, status: String = "ACTIVE") throws(ServiceError) -> TableDescription {
        guard
            let row = try first(
                "SELECT definition, uuid, created_at FROM ddb_table WHERE id = ?",
                .integer(table.id)
            ),
            let counts = try first(
                "SELECT COUNT(*) AS items, COALESCE(SUM(size), 0) AS bytes FROM ddb_item WHERE table_id = ?",
                .integer(table.id)
            )
        else { throw .tableNotFound(table.name) }
        let definition = try row.value(TableDefinition.init)
        let created = try row.value(Row.timestamp, of: "created_at")
        let createdAt = Double(created.milliseconds) / 1000
        let isOnDemand = definition.billingMode == .payPerRequest
        return TableDescription(
            attributeDefinitions: definition.attributeDefinitions,
            tableName: table.name,
            keySchema: definition.keySchema,
            tableStatus: status,
            creationDateTime: createdAt,
            provisionedThroughput: TableDescription.Throughput(definition.provisionedThroughput),
            tableSizeBytes: try counts.value(Row.integer, of: "bytes"),
            itemCount: try counts.value(Row.integer, of: "items"),
            tableARN: table.arn,
            tableID: try row.value(Row.text, of: "uuid"),
            billingModeSummary: isOnDemand
                ? TableDescription.Billing(
                    billingMode: .payPerRequest,
                    lastUpdateToPayPerRequestDateTime: createdAt
                ) : nil,
            tableClassSummary: definition.tableClass.map { TableDescription.Class(tableClass: $0) },
            deletionProtectionEnabled: definition.deletionProtectionEnabled ?? false,
            globalSecondaryIndexes: try descriptions(
                of: definition.globalSecondaryIndexes,
                isGlobal: true,
                in: table
            ),
            localSecondaryIndexes: try descriptions(
                of: definition.localSecondaryIndexes,
                isGlobal: false,
                in: table
            )
        )
    }
}
