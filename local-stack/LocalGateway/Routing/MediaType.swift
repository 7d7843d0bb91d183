/// A media type such as `application/json`; parameters such as `charset` do not count.
struct MediaType: Sendable, Hashable {
    static let json = MediaType("application/json")

    /// Type and subtype in small letters.
    let text: String

    init(_ text: String) {
        let type = text.prefix { $0 != ";" }.filter { !$0.isWhitespace }
        self.text = type.lowercased()
    }

    /// Whether this type or range of types (`image/*`) takes in another one.
    func matches(_ other: MediaType) -> Bool {
        if text == other.text || text == "*/*" { return true }
        return text.hasSuffix("/*") && other.text.hasPrefix(text.dropLast())
    }
}

/// Media types and ranges of them.
struct MediaTypeSet: Sendable {
    private let types: [MediaType]

    /// Takes types as an API writes them; `~1` stands for a slash, as in Swagger's pointers.
    init(_ texts: [String]) {
        types = texts.map { MediaType($0.replacing("~1", with: "/")) }
    }

    /// Whether one of the types takes in the given one.
    func contains(_ type: MediaType) -> Bool { types.contains { $0.matches(type) } }
}
