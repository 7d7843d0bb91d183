/// A value of an attribute of a DynamoDB item.
package indirect enum AttributeValue: Sendable, Hashable {
    /// A text (`S`).
    case string(String)
    /// A number (`N`) in decimal, of up to 38 digits; kept as text, so that none is lost.
    case number(String)
    /// Bytes (`B`).
    case binary([UInt8])
    /// True or false (`BOOL`).
    case boolean(Bool)
    /// Nothing (`NULL`).
    case null
    /// Values in order (`L`).
    case list([AttributeValue])
    /// Values by name (`M`).
    case map([String: AttributeValue])
    /// A set of texts (`SS`), never empty.
    case stringSet([String])
    /// A set of numbers (`NS`), never empty.
    case numberSet([String])
    /// A set of byte strings (`BS`), never empty.
    case binarySet([[UInt8]])

    /// A whole number.
    package static func integer(_ value: Int64) -> AttributeValue {
        .number(String(value))
    }

    /// The text of a `string`.
    package var stringValue: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
