/// The capacity that a request used, in DynamoDB's units.
struct ConsumedCapacity: Encodable, Sendable {
    struct Units: Codable, Sendable {
        var capacityUnits: Double
    }

    var tableName: String
    var capacityUnits: Double
    var table: Units?
    var globalSecondaryIndexes: [String: Units]?
    var localSecondaryIndexes: [String: Units]?

    /// Those units; nil where the request does not want to know them.
    init?(_ units: Double, of table: Table, _ report: CapacityReport?) {
        guard let report, report != .none else { return nil }
        tableName = table.name
        capacityUnits = units
        self.table = report == .indexes ? Units(capacityUnits: units) : nil
    }

    /// Those units for reading a table or an index.
    init?(_ units: Double, of source: ItemSource, _ report: CapacityReport?) {
        self.init(units, of: source.table, report)
        guard let index = source.index, report == .indexes else { return }
        table = Units(capacityUnits: 0)
        let indexes = [index.name: Units(capacityUnits: units)]
        if index.isGlobal { globalSecondaryIndexes = indexes } else { localSecondaryIndexes = indexes }
    }

    /// The units for reading that many bytes: one for 4 KB, half of it where the read need not be consistent.
    static func reading(_ size: Int, isConsistent: Bool?) -> Double {
        Double(max(1, (size + 4095) / 4096)) * (isConsistent == true ? 1 : 0.5)
    }

    /// The units for writing an item: one for 1 KB of what it was or became.
    static func writing(_ change: ItemChange) -> Double {
        let size = max(change.old?.size ?? 0, change.new?.size ?? 0)
        return Double(max(1, (size + 1023) / 1024))
    }
}
