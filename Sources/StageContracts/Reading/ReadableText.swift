/// Something a caller writes as a JSON string of a certain form; it is written back as `text`.
protocol ReadableText: Codable, Equatable, Sendable {
    /// The text in its one canonical spelling.
    var text: String { get }

    /// Reads the text.
    ///
    /// - Throws: ``TextRefusal`` that says what would be right.
    init(reading text: String) throws(TextRefusal)
}

extension ReadableText {
    package init(from decoder: any Decoder) throws {
        try self.init(reading: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
