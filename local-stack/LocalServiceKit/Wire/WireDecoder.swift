/// Builds the input of an action from a message.
package struct WireDecoder: Decoder {
    /// The message, or the part of it that is being read.
    package let value: WireValue
    /// Whether numbers and truth values may come as texts, as forms send them.
    let isTextual: Bool
    /// Where values are noted that break a rule of the model, so that one error can name them all.
    package let notes: ConstraintNotes
    /// Empty: an error's path is put together while it goes up.
    package let codingPath: [any CodingKey] = []
    /// Nothing is told to what is decoded.
    package let userInfo: [CodingUserInfoKey: Any] = [:]

    /// A decoder of a value; `isTextual` says that numbers and flags come as texts.
    package init(_ value: WireValue, isTextual: Bool = false, notes: ConstraintNotes = ConstraintNotes()) {
        self.value = value
        self.isTextual = isTextual
        self.notes = notes
    }

    /// The members of an object.
    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(WireKeyedDecoding(decoder: self, object: try object()))
    }

    /// The elements of an array.
    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        WireUnkeyedDecoding(decoder: self, elements: try elements())
    }

    /// The value itself.
    package func singleValueContainer() throws -> any SingleValueDecodingContainer {
        WireSingleDecoding(decoder: self)
    }

    /// What the value says; throws `WireError`, or what the type's own rules throw.
    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard let map = type as? any WireMap.Type else { return try Value(from: self) }
        guard let value = try map.init(members: self) as? Value else {
            preconditionFailure("the dictionary has the type that was asked for")
        }
        return value
    }

    /// The decoder of a part of the value.
    func nested(_ value: WireValue) -> WireDecoder {
        WireDecoder(value, isTextual: isTextual, notes: notes)
    }
}
