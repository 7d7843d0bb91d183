import FoundationEssentials

/// What a sender says about a message beside its body.
package struct SQSMessageAttribute: Sendable, Hashable {
    /// `String`, `Number` or `Binary`, with an own label after a dot where the sender gave one.
    package let dataType: String
    /// The value of a `String` or `Number`.
    package let text: String?
    /// The value of a `Binary`.
    package let bytes: [UInt8]?

    /// Makes an attribute.
    package init(dataType: String, text: String? = nil, bytes: [UInt8]? = nil) {
        self.dataType = dataType
        self.text = text
        self.bytes = bytes
    }

    /// Makes an attribute of type `String`.
    package static func string(_ text: String) -> SQSMessageAttribute {
        SQSMessageAttribute(dataType: "String", text: text)
    }
}

extension SQSMessageAttribute: Codable {
    private enum CodingKeys: String, CodingKey {
        case dataType
        case stringValue
        case binaryValue
        case stringListValues
        case binaryListValues
    }

    /// Needs the data type; the value is whichever of the two is there.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            dataType: try container.decode(String.self, forKey: .dataType),
            text: try container.decodeIfPresent(String.self, forKey: .stringValue),
            bytes: try container.decodeIfPresent(Data.self, forKey: .binaryValue).map { [UInt8]($0) }
        )
    }

    /// Writes the empty list members too, as Lambda does.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dataType, forKey: .dataType)
        try container.encodeIfPresent(text, forKey: .stringValue)
        try container.encodeIfPresent(bytes.map { Data($0) }, forKey: .binaryValue)
        try container.encode([String](), forKey: .stringListValues)
        try container.encode([String](), forKey: .binaryListValues)
    }
}
