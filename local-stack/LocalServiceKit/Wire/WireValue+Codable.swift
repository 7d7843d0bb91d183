// A value that was built by hand stands for itself inside an output or an input.
extension WireValue: Codable {
    /// Takes the part of the message as it is.
    package init(from decoder: any Decoder) throws {
        self = WireDecoder.reading(decoder).value
    }

    /// Puts the value into the message as it is.
    package func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? WireEncoder {
            encoder.value = self
        } else {
            try encodePlainly(to: encoder)
        }
    }

    /// Writes the value by an encoder that knows nothing of wire messages.
    private func encodePlainly(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements): try elements.encode(to: encoder)
        case .object(let object):
            var container = encoder.container(keyedBy: MemberName.self)
            for member in object.members {
                try container.encode(member.value, forKey: MemberName(stringValue: member.name))
            }
        case .null, .encoded:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let flag): try flag.encode(to: encoder)
        case .number(let text), .string(let text): try text.encode(to: encoder)
        }
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension WireDecoder {
    /// The decoder as what it is; values of the wire are read with no other.
    package static func reading(_ decoder: any Decoder) -> WireDecoder {
        guard let decoder = decoder as? WireDecoder else {
            preconditionFailure("wire values are read from wire messages only")
        }
        return decoder
    }
}
