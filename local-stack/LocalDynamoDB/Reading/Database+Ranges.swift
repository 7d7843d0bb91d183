import LocalServiceKit
import LocalStore

extension Database {
    /// How many rows are fetched at a time.
    private static let chunk = 128

    /// Calls `body` with the items of a range, in order, until it answers false.
    ///
    /// It begins after the position `start`; `limit` is how many items will be asked for at most, where that is known.
    func forEachItem(
        in range: KeyRange,
        of source: ItemSource,
        after start: ItemPosition? = nil,
        limit: Int? = nil,
        _ body: (StoredItem) throws(ServiceError) -> Bool
    ) throws(ServiceError) {
        let count = min(limit ?? Self.chunk, Self.chunk)
        var start = start
        while true {
            let selection = RangeSelection(range, of: source, after: start, count: count)
            let rows = try all(selection.sql, parameters: selection.parameters)
            for row in rows {
                let stored = try row.value(StoredItem.init)
                guard try body(stored) else { return }
                start = try row.value { row throws(StoreError) in
                    let place = ItemKey(hash: try row.blob("place_hash"), sort: try row.blob("place_sort"))
                    return ItemPosition(place: place, key: stored.key)
                }
            }
            guard rows.count == count else { return }
        }
    }
}
