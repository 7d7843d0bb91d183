import FoundationEssentials

/// The shape on the wire: an object of one member, whose name is the type.
extension AttributeValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case string = "S"
        case number = "N"
        case binary = "B"
        case boolean = "BOOL"
        case null = "NULL"
        case list = "L"
        case map = "M"
        case stringSet = "SS"
        case numberSet = "NS"
        case binarySet = "BS"
    }

    /// Reads an object with exactly one known member.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            let context = DecodingError.Context(
                codingPath: decoder.codingPath,
                debugDescription: "no single type"
            )
            throw DecodingError.dataCorrupted(context)
        }
        self = try Self.value(of: key, in: container)
    }

    private static func value(
        of key: CodingKeys,
        in container: KeyedDecodingContainer<CodingKeys>
    ) throws -> AttributeValue {
        switch key {
        case .string: .string(try container.decode(String.self, forKey: key))
        case .number: .number(try container.decode(String.self, forKey: key))
        case .binary: .binary([UInt8](try container.decode(Data.self, forKey: key)))
        case .boolean: .boolean(try container.decode(Bool.self, forKey: key))
        case .null: .null
        case .list: .list(try container.decode([AttributeValue].self, forKey: key))
        case .map: .map(try container.decode([String: AttributeValue].self, forKey: key))
        case .stringSet: .stringSet(try container.decode([String].self, forKey: key))
        case .numberSet: .numberSet(try container.decode([String].self, forKey: key))
        case .binarySet: .binarySet(try container.decode([Data].self, forKey: key).map { [UInt8]($0) })
        }
    }

    /// Writes an object with one member.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .string(let text): try container.encode(text, forKey: .string)
        case .number(let digits): try container.encode(digits, forKey: .number)
        case .binary(let bytes): try container.encode(Data(bytes), forKey: .binary)
        case .boolean(let value): try container.encode(value, forKey: .boolean)
        case .null: try container.encode(true, forKey: .null)
        case .list(let values): try container.encode(values, forKey: .list)
        case .map(let values): try container.encode(values, forKey: .map)
        case .stringSet(let texts): try container.encode(texts, forKey: .stringSet)
        case .numberSet(let digits): try container.encode(digits, forKey: .numberSet)
        case .binarySet(let pieces): try container.encode(pieces.map { Data($0) }, forKey: .binarySet)
        }
    }
}
