import FoundationEssentials

/// The JSON that a resolved part of a template stands for, as AWS's services get it (policies, filter rules, schemas).
extension TemplateNode: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch content {
        case .scalar(let scalar): try Self.encode(scalar, to: encoder)
        case .sequence(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .mapping(let mapping):
            var container = encoder.container(keyedBy: MappingKey.self)
            for entry in mapping.entries { try container.encode(entry.value, forKey: MappingKey(entry.key)) }
        }
    }

    /// The value as JSON text with sorted names.
    package var jsonText: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("a template node is always encodable")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func encode(_ scalar: TemplateScalar, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if scalar.isNull {
            try container.encodeNil()
        } else if let boolean = scalar.boolean {
            try container.encode(boolean)
        } else if let number = scalar.numberText {
            try encode(number: number, into: &container)
        } else {
            try container.encode(scalar.text)
        }
    }

    private static func encode(
        number: Substring,
        into container: inout any SingleValueEncodingContainer
    ) throws {
        if let integer = Int(number) {
            try container.encode(integer)
        } else if let decimal = Decimal(string: String(number)) {
            try container.encode(decimal)
        } else {
            try container.encode(String(number))
        }
    }
}

private struct MappingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
