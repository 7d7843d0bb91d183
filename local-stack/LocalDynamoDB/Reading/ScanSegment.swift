import LocalServiceKit

/// One of several parts into which a parallel scan divides a table.
struct ScanSegment: Sendable {
    private let index: Int
    private let count: Int

    /// The segment of that number; nil where the request has none.
    ///
    /// Throws where only one of the two members is there, or they do not fit.
    init?(_ index: Int?, of count: Int?) throws(ServiceError) {
        var constraints: [Constraint] = []
        constraints.require(index, in: 0...999_999, at: "segment")
        constraints.require(count, in: 1...1_000_000, at: "totalSegments")
        try constraints.requireNone()
        guard let index else {
            guard count != nil else { return nil }
            throw .validation(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"
            )
        }
        guard let count else {
            throw .validation(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"
            )
        }
        guard index < count else {
            throw .validation(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                    + "Segment: \(index) is not less than TotalSegments: \(count)"
            )
        }
        self.index = index
        self.count = count
    }

    /// Whether the item of that key belongs to the segment; a partition is never divided.
    func contains(_ key: ItemKey) -> Bool {
        var check = CyclicRedundancyCheck(.crc32)
        key.hash.withUnsafeBytes { check.update($0) }
        return check.value % UInt64(count) == UInt64(index)
    }
}
