/// What the actions answer that write one item.
struct ItemWriteOutput: Encodable, Sendable {
    /// The attributes that the request wants to see.
    var attributes: Item?
    /// The capacity, where the request wants to know it.
    var consumedCapacity: ConsumedCapacity?
    /// The size of the partition, where the request wants to know it.
    var itemCollectionMetrics: ItemCollectionMetrics?
}
