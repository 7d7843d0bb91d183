import LocalServiceKit
import LocalStore

/// What one query or scan reads: as many items as the request wants to look at, at most 1 MB of them.
struct ItemPage: Sendable {
    /// The most that one page looks at, in bytes.
    static let maximumSize = 1024 * 1024

    /// What a request wants of the items that it looks at.
    struct Wish: Sendable {
        var limit: Int?
        var filter: ConditionExpression?
        var projection: ProjectionExpression?
        /// The attributes of the answers where there is no projection; nil for all.
        var attributes: Set<String>?
        var isCountOnly = false
        var segment: ScanSegment?
    }

    /// The answers for those that met the filter; none where only their number is wanted.
    private(set) var items: [WireValue] = []
    /// How many met the filter.
    private(set) var count = 0
    /// How many were looked at.
    private(set) var scannedCount = 0
    /// Their size in bytes.
    private(set) var scannedSize = 0
    /// The last one that was looked at, where there may be more.
    private(set) var last: StoredItem?

    /// Looks at one more item; answers whether there is room for another.
    fileprivate mutating func look(at stored: StoredItem, _ wish: Wish) throws(ServiceError) -> Bool {
        if let segment = wish.segment, !segment.contains(stored.key) { return true }
        scannedCount += 1
        scannedSize += stored.size
        if try wish.filter?.condition.holds(for: stored.item()) ?? true {
            count += 1
            if !wish.isCountOnly {
                let answer =
                    try wish.projection == nil
                    ? stored.answer(attributes: wish.attributes) : stored.answer(wish.projection)
                items.append(answer)
            }
        }
        // DynamoDB says that there may be more whenever it stopped by a limit, even after the last item.
        guard scannedCount >= wish.limit ?? .max || scannedSize >= Self.maximumSize else { return true }
        last = stored
        return false
    }
}

extension Database {
    /// Reads one page of a range; throws where the request wants what the index does not hold.
    func page(
        of range: KeyRange,
        in source: ItemSource,
        after start: ItemPosition?,
        _ wish: ItemPage.Wish,
        _ select: Select?
    ) throws(ServiceError) -> ItemPage {
        try source.table.keys.requireScalars(wish.projection?.nestedAttributes)
        try source.table.keys.requireScalars(wish.filter?.nestedAttributes)
        try source.require(wish.projection)
        var wish = wish
        wish.attributes = try source.attributes(select)
        var page = ItemPage()
        let limit = wish.segment == nil ? wish.limit : nil
        try forEachItem(in: range, of: source, after: start, limit: limit) { stored throws(ServiceError) in
            try page.look(at: stored, wish)
        }
        return page
    }
}
