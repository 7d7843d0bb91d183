/// The elements of an array that is being built.
struct WireUnkeyedEncoding: UnkeyedEncodingContainer {
    let encoder: WireEncoder
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(encoder: WireEncoder) {
        self.encoder = encoder
    }

    mutating func encodeNil() { append(.null) }

    mutating func encode<Value: Encodable>(_ value: Value) throws { append(try WireValue.of(value)) }

    private mutating func append(_ value: WireValue) {
        encoder.append(value)
        count += 1
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        preconditionFailure("outputs are plain structures; none asks for a nested container by hand")
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("outputs are plain structures; none asks for a nested container by hand")
    }

    mutating func superEncoder() -> any Encoder { encoder }
}
