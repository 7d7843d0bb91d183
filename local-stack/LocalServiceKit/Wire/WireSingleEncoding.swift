/// One value by itself that is being built.
struct WireSingleEncoding: SingleValueEncodingContainer {
    let encoder: WireEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.value = .null }
    func encode<Value: Encodable>(_ value: Value) throws { encoder.value = try WireValue.of(value) }
}
