/// The elements of an array.
struct WireUnkeyedDecoding: UnkeyedDecodingContainer {
    let decoder: WireDecoder
    let elements: [WireValue]
    var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try next().decode(type)
        } catch let error as WireError {
            // Error texts count from one: `entries.1.member.id`.
            throw error.inside("member").inside(String(currentIndex))
        }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws(WireError) -> WireDecoder {
        guard !isAtEnd else { throw .missing(path: []) }
        defer { currentIndex += 1 }
        return decoder.nested(elements[currentIndex])
    }
}
