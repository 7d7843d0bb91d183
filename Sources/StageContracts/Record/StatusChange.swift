/// One entry of a record's history.
package struct StatusChange: Codable, Equatable, Sendable {
    /// The status the request came to.
    package let status: Status
    /// When it did.
    package let at: Timestamp

    /// A status reached at a moment.
    package init(_ status: Status, at: Timestamp) {
        self.status = status
        self.at = at
    }
}
