/// What queries and scans answer.
struct PageOutput: Encodable, Sendable {
    var items: [WireValue]?
    var count: Int
    var scannedCount: Int
    var lastEvaluatedKey: Item?
    var consumedCapacity: ConsumedCapacity?

    init(
        _ page: ItemPage,
        isCountOnly: Bool,
        of source: ItemSource,
        isConsistent: Bool?,
        _ report: CapacityReport?
    ) throws(ServiceError) {
        items = isCountOnly ? nil : page.items
        count = page.count
        scannedCount = page.scannedCount
        if let last = page.last {
            let names = source.positionNames
            lastEvaluatedKey = try last.item().filter { names.contains($0.key) }
        }
        let units = ConsumedCapacity.reading(page.scannedSize, isConsistent: isConsistent)
        consumedCapacity = ConsumedCapacity(units, of: source, report)
    }
}
