import LocalServiceKit
import LocalStore

/// One write to one item, as a request asks for it.
struct ItemWrite: Sendable {
    /// What becomes of the item.
    enum Effect: Sendable {
        case put(Item)
        case update(key: Item, UpdateExpression, nestedAttributes: Set<String>)
        case delete(key: Item)
        /// Nothing: only the condition counts.
        case check(key: Item)
    }

    let effect: Effect
    /// What the item must meet as it is.
    let condition: ConditionExpression?
    /// Whether the error for a condition that does not hold carries the item.
    let returnsItemOnFailure: Bool

    /// Where the item lies in the table; throws where the write does not fit the table's key.
    func place(in table: Table) throws(ServiceError) -> ItemKey {
        let place = try self.place(in: table.keys)
        try table.keys.requireScalars(condition?.nestedAttributes)
        return place
    }

    private func place(in keys: KeySchema) throws(ServiceError) -> ItemKey {
        switch effect {
        case .put(let item): return try keys.place(ofItem: item)
        case .delete(let key), .check(let key): return try keys.place(ofKey: key)
        case .update(let key, let update, let nestedAttributes):
            let place = try keys.place(ofKey: key)
            let changed = Set(update.paths.map(\.attribute))
            for attribute in keys.attributes where changed.contains(attribute.name) {
                throw .invalidParameter(
                    "Cannot update attribute \(attribute.name). This attribute is part of the key"
                )
            }
            try keys.requireScalars(nestedAttributes)
            return place
        }
    }

    /// What the item is after the write; throws where it does not meet the condition, or becomes too large.
    func outcome(of old: Item?) throws(ServiceError) -> Item? {
        if let condition, !condition.condition.holds(for: old ?? [:]) {
            throw .conditionFailed(item: returnsItemOnFailure ? old : nil)
        }
        switch effect {
        case .check: return old
        case .delete: return nil
        case .put(let item): return item
        case .update(let key, let update, _):
            let new = try update.apply(to: old ?? key)
            guard new.size <= Item.maximumSize else {
                throw .validation("Item size to update has exceeded the maximum allowed size")
            }
            guard new.levelCount <= Item.maximumLevelCount else { throw .nestedTooDeep }
            return new
        }
    }

    /// The item's key, possibly with further attributes.
    var key: Item {
        switch effect {
        case .put(let key), .delete(let key), .check(let key), .update(let key, _, _): key
        }
    }

    /// The update, where it is one.
    var update: UpdateExpression? {
        if case .update(_, let update, _) = effect { update } else { nil }
    }

    /// Whether it changes nothing.
    var isCheck: Bool {
        if case .check = effect { true } else { false }
    }

    /// Whether the outcome depends on what the item was.
    var readsItem: Bool {
        if case .put = effect { condition != nil } else { true }
    }
}

extension Database {
    /// Does the write; the old item is read where the write or the caller needs it.
    func perform(
        _ write: ItemWrite,
        in table: Table,
        readsOldItem: Bool = true
    ) throws(ServiceError) -> ItemChange {
        let place = try write.place(in: table)
        let stored = try readsOldItem || write.readsItem ? storedItem(place, in: table) : nil
        let old = try stored?.item()
        let change = ItemChange(old: old, new: try write.outcome(of: old))
        try apply(change, at: place, in: table)
        return change
    }

    /// Stores what a write made of an item.
    func apply(_ change: ItemChange, at place: ItemKey, in table: Table) throws(ServiceError) {
        if let new = change.new {
            try store(new, at: place, in: table)
        } else if change.old != nil {
            try removeItem(place, from: table)
        }
    }
}
