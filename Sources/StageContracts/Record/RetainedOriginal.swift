/// What became of an original after success.
package struct RetainedOriginal: Codable, Equatable, Sendable {
    /// The rule that was followed.
    package var retention: Retention
    /// Its key in the bucket of archived files; nil where it was not archived.
    package var key: String?
    /// When that was done.
    package var at: Timestamp

    /// An original that was dealt with.
    package init(retention: Retention, key: String? = nil, at: Timestamp) {
        self.retention = retention
        self.key = key
        self.at = at
    }
}
