/// How large all items of one partition are together; DynamoDB estimates it for tables with local indexes only.
struct ItemCollectionMetrics: Encodable, Sendable {
    var itemCollectionKey: Item
    /// The bounds of the estimate, in gigabytes.
    var sizeEstimateRangeGB: [Double]

    /// The metrics of the partition of an item; nil where the request does not want them, or there are none.
    init?(of key: Item, in table: Table, _ report: MetricsReport?) {
        let hash = table.keys.hash.name
        guard report == .size, table.indexes.contains(where: { !$0.isGlobal }), let value = key[hash] else {
            return nil
        }
        itemCollectionKey = [hash: value]
        sizeEstimateRangeGB = [0, 1]
    }
}

/// Whether an answer tells how large a partition is.
enum MetricsReport: String, WireChoice {
    case size = "SIZE"
    case none = "NONE"

    static let member = "returnItemCollectionMetrics"
}
