/// What a request or an answer says, whatever the protocol that carried it.
package indirect enum WireValue: Sendable, Hashable {
    /// Nothing; also a member that is not there.
    case null
    /// A truth value.
    case bool(Bool)
    /// A number as its text, so that no digit is lost.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case array([WireValue])
    /// A structure or a map.
    case object(WireObject)
    /// A JSON text that is sent as it was stored.
    case encoded([UInt8])
}

extension WireValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// A text written in the source.
    package init(stringLiteral value: String) { self = .string(value) }

    /// An object written in the source.
    package init(dictionaryLiteral elements: (String, WireValue)...) {
        self = .object(WireObject(elements.map { WireObject.Member($0.0, $0.1) }))
    }

    /// An array written in the source.
    package init(arrayLiteral elements: WireValue...) { self = .array(elements) }
}

extension WireValue {
    /// The text, where this is one.
    package var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The members, where this is an object.
    package var object: WireObject? { if case .object(let object) = self { object } else { nil } }

    /// The elements, where this is an array.
    package var elements: [WireValue]? { if case .array(let elements) = self { elements } else { nil } }
}
