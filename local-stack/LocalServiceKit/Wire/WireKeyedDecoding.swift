/// The members of an object, by the names of properties.
struct WireKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: WireDecoder
    let object: WireObject

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { member(WireName.of(key.stringValue)) != nil }
    func decodeNil(forKey key: Key) -> Bool { !contains(key) }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try nested(key).bool() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try nested(key).string() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try nested(key).floatingPoint() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try nested(key).integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let member = try nested(key)
        do {
            return try member.decode(type)
        } catch let error as WireError {
            throw error.inside(WireName.of(key.stringValue))
        }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nested(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try nested(key) }

    /// The member of that name; null counts as missing.
    private func member(_ name: String) -> WireValue? {
        let value = object[name]
        return value == .null ? nil : value
    }

    private func nested(_ key: Key) throws(WireError) -> WireDecoder {
        let name = WireName.of(key.stringValue)
        guard let value = member(name) else { throw .missing(path: [name]) }
        return decoder.nested(value)
    }
}
