/// Where an item lies among those of its table, as bytes in the order of the keys.
struct ItemKey: Sendable, Hashable {
    /// The partition key.
    let hash: [UInt8]
    /// The sort key; empty where the table has none.
    let sort: [UInt8]
}
