import LocalServiceKit
import LocalStore

/// An item as it is stored.
struct StoredItem: Sendable, RowReadable {
    /// Where it lies in its table.
    let key: ItemKey
    /// Its size by DynamoDB's rules, in bytes.
    let size: Int
    /// The item as the wire has it, so that what needs no part of it is sent as it is.
    private let json: [UInt8]

    /// The columns that an item is read from.
    static let columns = "item.hash AS hash, item.sort AS sort, item, size"

    init(_ row: Row) throws(StoreError) {
        key = ItemKey(hash: try row.blob("hash"), sort: try row.blob("sort"))
        json = try row.blob("item")
        size = try row.integer("size")
    }

    /// Its attributes.
    func item() throws(ServiceError) -> Item {
        let object: WireObject
        do throws(WireError) {
            object = try WireDecoder(WireValue(json: json)).object()
        } catch {
            throw .internalFailure(error)
        }
        return try Item(wire: object)
    }

    /// The whole item, or the parts that the projection wants, as answers have it.
    func answer(_ projection: ProjectionExpression?) throws(ServiceError) -> WireValue {
        guard let projection else { return .encoded(json) }
        return projection.apply(to: try item()).wire
    }

    /// The item with those attributes only, or the whole item for nil, as answers have it.
    func answer(attributes: Set<String>?) throws(ServiceError) -> WireValue {
        guard let attributes else { return .encoded(json) }
        return try item().filter { attributes.contains($0.key) }.wire
    }
}
