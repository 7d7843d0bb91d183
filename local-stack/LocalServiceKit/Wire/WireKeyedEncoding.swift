/// The members of an object that is being built.
struct WireKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: WireEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { encoder.append(.null, as: WireName.of(key.stringValue)) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        encoder.append(try WireValue.of(value), as: WireName.of(key.stringValue))
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        preconditionFailure("outputs are plain structures; none asks for a nested container by hand")
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("outputs are plain structures; none asks for a nested container by hand")
    }

    func superEncoder() -> any Encoder { encoder }
    func superEncoder(forKey key: Key) -> any Encoder { encoder }
}
