import LocalServiceKit

/// What queries and scans answer.
struct PageOutput: Encodable, Sendable {
    /// The items that met the filter; nil where only their number is wanted.
    var items: [WireValue]?
    /// How many met the filter.
    var count: Int
    /// How many were looked at.
    var scannedCount: Int
    /// Where the next page begins; nil after the last one.
    var lastEvaluatedKey: Item?
    /// The capacity, where the request wants to know it.
    var consumedCapacity: ConsumedCapacity?
}
