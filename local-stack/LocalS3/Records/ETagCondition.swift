/// The list of an `If-Match` or `If-None-Match` header.
struct ETagCondition: Sendable {
    private let tags: [String]
    private let isAny: Bool

    init(_ header: String) {
        let parts = header.split(separator: ",").map { $0.filter { $0 != " " } }
        isAny = parts.contains("*")
        // RFC 9110, 13.1.2: the weak comparison ignores `W/`; S3 takes tags without quotes too.
        tags = parts.map { ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0[...]).filter { $0 != "\"" } }
    }

    /// Whether it is `*`.
    var isWildcard: Bool { isAny }

    /// Whether it names the tag of an object that exists.
    func matches(_ etag: String) -> Bool { isAny || tags.contains(etag) }
}
