/// The capacity that a request over several tables used, a table at a time.
struct CapacityTotals {
    private let report: CapacityReport?
    private var totals: [ConsumedCapacity] = []

    /// Sums up for a request that wants that report.
    init(_ report: CapacityReport?) {
        self.report = report
    }

    /// Adds what was used of a table.
    mutating func add(_ units: Double, of table: Table) {
        guard let index = totals.firstIndex(where: { $0.tableName == table.name }) else {
            if let capacity = ConsumedCapacity(units, of: table, report) { totals.append(capacity) }
            return
        }
        totals[index].capacityUnits += units
        totals[index].table?.capacityUnits += units
    }

    /// The sums, by table; nil where the request does not want to know them.
    var answer: [ConsumedCapacity]? { totals.isEmpty ? nil : totals }
}
