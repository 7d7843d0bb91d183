/// Words about a request that travel as message attributes, so that a subscriber can filter by them.
package struct Attributes: Codable, Equatable, Sendable {
    /// The values by name.
    package let values: [String: String]

    /// No attributes.
    package static let none = Attributes(values: [:])

    /// How many there may be: SQS takes ten attributes, and the pipeline adds its own.
    static let maximumCount = 6

    /// Whether the request goes before others: its priority is 1 or more.
    package var isUrgent: Bool { (values["priority"].flatMap { Int($0) } ?? 0) >= 1 }

    package init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: String].self)
    }

    init(values: [String: String]) { self.values = values }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

extension Attributes: ReadableObject {
    init?(reading reader: ObjectReader) {
        if reader.names.count > Self.maximumCount {
            reader.refuse(.tooMany, "may have at most \(Self.maximumCount) attributes")
        }
        var values: [String: String] = [:]
        for name in reader.names.prefix(Self.maximumCount) {
            values[name] = Self.value(of: name, reader)
        }
        for name in reader.names.dropFirst(Self.maximumCount) { _ = reader.value(name) }
        self.values = values
    }

    private static let nameForm = NameForm(maximumLength: 64, marks: ["_", "-"])

    private static func value(of name: String, _ reader: ObjectReader) -> String? {
        guard let value = reader.string(name) else { return nil }
        if !nameForm.admits(name) || EventAttributeName(rawValue: name) != nil {
            reader.refuse(
                name,
                .notAllowed,
                "is no attribute name: \(nameForm), and none of the pipeline's"
            )
        } else if !(1...256).contains(value.utf8.count) || value.hasControlCharacters {
            reader.refuse(name, .invalidFormat, "must have 1 to 256 bytes and no control characters")
        } else if let allowed = Configuration.shipped.attributeValues[name], !allowed.contains(value) {
            reader.refuse(name, .notAllowed, "must be one of \(allowed.joined(separator: ", "))")
        } else {
            return value
        }
        return nil
    }
}
