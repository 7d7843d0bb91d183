/// A moment in milliseconds, written in UTC as `2026-01-31T23:59:59.123Z` (RFC 3339).
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int

    /// A moment by its milliseconds since 1970, brought into the years 0000 to 9999 that its text can say.
    package init(milliseconds: Int) {
        self.milliseconds = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
