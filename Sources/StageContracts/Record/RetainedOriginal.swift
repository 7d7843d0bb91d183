/// What became of an original after success, and what is shown in its place.
package struct RetainedOriginal: Codable, Equatable, Sendable {
    /// The rule that was followed.
    package var retention: Retention
    /// Its key in the bucket of archived files; nil where it was not archived.
    package var key: String?
    /// A link to it, where it still is: archived, or kept and asked for.
    package var url: String?
    /// When the link ends to work.
    package var urlExpiresAt: Timestamp?
    /// The output to show wherever the original would be shown: a puzzle's small picture; nil without a puzzle.
    package var replacement: Output?
    /// When that was done.
    package var at: Timestamp

    /// An original that was dealt with.
    package init(
        retention: Retention,
        key: String? = nil,
        url: String? = nil,
        urlExpiresAt: Timestamp? = nil,
        replacement: Output? = nil,
        at: Timestamp
    ) {
        (self.retention, self.key) = (retention, key)
        (self.url, self.urlExpiresAt) = (url, urlExpiresAt)
        (self.replacement, self.at) = (replacement, at)
    }
}
