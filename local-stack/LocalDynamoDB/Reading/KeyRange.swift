/// A run of items in the order of their keys.
struct KeyRange: Sendable {
    /// One end of a run of sort keys.
    struct Bound: Sendable, Hashable {
        /// The sort key there, or the beginning of one.
        let bytes: [UInt8]
        /// Whether the key itself belongs to the run.
        let isInclusive: Bool
    }

    /// The partition; nil for all of them.
    var hash: [UInt8]?
    /// Where the sort keys begin; nil for the first one.
    var lower: Bound?
    /// Where the sort keys end; nil for the last one.
    var upper: Bound?
    /// Whether the items come by ascending keys.
    var isAscending = true

    /// Whether a sort key lies between the ends.
    func contains(sort: [UInt8]) -> Bool {
        if let lower {
            let isBefore = sort.lexicographicallyPrecedes(lower.bytes)
            if isBefore || (!lower.isInclusive && sort == lower.bytes) { return false }
        }
        if let upper {
            let isAfter = upper.bytes.lexicographicallyPrecedes(sort)
            if isAfter || (!upper.isInclusive && sort == upper.bytes) { return false }
        }
        return true
    }

    /// Where the keys end that begin with those bytes; nil where only the last key of all ends them.
    static func end(ofPrefix prefix: [UInt8]) -> Bound? {
        var bytes = prefix
        while let last = bytes.popLast() {
            guard last < 255 else { continue }
            return Bound(bytes: bytes + [last + 1], isInclusive: false)
        }
        return nil
    }
}
