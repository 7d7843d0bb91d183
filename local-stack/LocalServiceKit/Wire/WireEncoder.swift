/// Builds the message that an action's output says.
final class WireEncoder: Encoder {
    /// Empty: an output's errors name no place.
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// What has been encoded so far.
    var value: WireValue = .object(WireObject())

    /// The members of an object.
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(WireKeyedEncoding(encoder: self))
    }

    /// The elements of an array.
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        value = .array([])
        return WireUnkeyedEncoding(encoder: self)
    }

    /// The value itself.
    func singleValueContainer() -> any SingleValueEncodingContainer {
        WireSingleEncoding(encoder: self)
    }

    func append(_ element: WireValue) {
        guard case .array(var elements) = value else { return }
        value = .null
        elements.append(element)
        value = .array(elements)
    }

    func append(_ element: WireValue, as name: String) {
        guard case .object(var object) = value else { return }
        value = .null
        object.members.append(WireObject.Member(name, element))
        value = .object(object)
    }
}

extension WireValue {
    /// The value of anything that can be encoded.
    package static func of(_ value: some Encodable) throws -> WireValue {
        switch value {
        case let value as String: return .string(value)
        case let value as Bool: return .bool(value)
        case let value as Int: return .number(String(value))
        case let value as Double: return .number(text(of: value))
        case let value as any WireMap: return .object(try value.wireObject())
        default:
            let encoder = WireEncoder()
            try value.encode(to: encoder)
            return encoder.value
        }
    }

    /// A number's text, without a fraction where it has none.
    private static func text(of number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
