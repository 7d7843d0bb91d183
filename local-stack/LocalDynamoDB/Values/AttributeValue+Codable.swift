import LocalServiceKit

extension AttributeValue: Codable {
    /// Reads `{"S": "…"}` and checks the rules that hold for every value; throws `ServiceError`.
    init(from decoder: any Decoder) throws {
        self = try AttributeValue(wire: WireDecoder.reading(decoder).value)
    }

    /// Writes `{"S": "…"}`.
    func encode(to encoder: any Encoder) throws {
        try wire.encode(to: encoder)
    }

    /// What the wire says; `level` is how deep the value stands in its item.
    init(wire: WireValue, level: Int = 1) throws(ServiceError) {
        guard level <= Item.maximumLevelCount else { throw .nestedTooDeep }
        let object = try Self.read(WireDecoder(wire).object)
        let members = object.members.filter { $0.value != .null && Kind(rawValue: $0.name) != nil }
        guard let member = members.first, let kind = Kind(rawValue: member.name) else {
            throw .validation(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
            )
        }
        guard members.count == 1 else {
            throw .validation(
                "Supplied AttributeValue has more than one datatypes set, "
                    + "must contain exactly one of the supported datatypes"
            )
        }
        self = try AttributeValue(kind, WireDecoder(member.value), level: level)
    }

    private init(_ kind: Kind, _ decoder: WireDecoder, level: Int) throws(ServiceError) {
        switch kind {
        case .string: self = .string(try Self.read(decoder.string))
        case .number: self = .number(try DecimalNumber(Self.read(decoder.string)))
        case .binary: self = .binary(try Self.blob(Self.read(decoder.string)))
        case .bool: self = .bool(try Self.read(decoder.bool))
        case .null: self = try Self.null(Self.read(decoder.bool))
        case .list: self = .list(try Self.values(Self.read(decoder.elements), level: level + 1))
        case .map: self = .map(try Item(wire: Self.read(decoder.object), level: level + 1))
        case .stringSet: self = .stringSet(try Self.unique(Self.texts(decoder)))
        case .numberSet: self = .numberSet(try Self.uniqueNumbers(Self.texts(decoder)))
        case .binarySet: self = .binarySet(try Self.uniqueBlobs(Self.texts(decoder)))
        }
    }

    private static func values(
        _ elements: [WireValue],
        level: Int
    ) throws(ServiceError) -> [AttributeValue] {
        var values: [AttributeValue] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try AttributeValue(wire: element, level: level)) }
        return values
    }

    private static func texts(_ decoder: WireDecoder) throws(ServiceError) -> [String] {
        var texts: [String] = []
        for element in try read(decoder.elements) { texts.append(try read(WireDecoder(element).string)) }
        return texts
    }

    private static func read<Value>(
        _ body: () throws(WireError) -> Value
    ) throws(ServiceError) -> Value {
        do throws(WireError) {
            return try body()
        } catch {
            throw .malformed(error)
        }
    }

    private static func blob(_ text: String) throws(ServiceError) -> [UInt8] {
        guard let blob = Blob(base64: text) else {
            throw .malformed("Invalid base64 text: \(text.prefix(64))")
        }
        return blob.bytes
    }

    /// The value as it is written on the wire.
    var wire: WireValue {
        let content: WireValue =
            switch self {
            case .string(let text): .string(text)
            case .number(let number): .string(number.text)
            case .binary(let bytes): .string(Blob(bytes).base64)
            case .bool(let flag): .bool(flag)
            case .null: .bool(true)
            case .list(let values): .array(values.map(\.wire))
            case .map(let values): values.wire
            case .stringSet(let texts): .array(texts.map(WireValue.string))
            case .numberSet(let numbers): .array(numbers.map { .string($0.text) })
            case .binarySet(let blobs): .array(blobs.map { .string(Blob($0).base64) })
            }
        return .object(WireObject([WireObject.Member(kind.rawValue, content)]))
    }
}

extension Item {
    /// What the wire says; `level` is how deep the values stand in their item.
    init(wire: WireObject, level: Int = 1) throws(ServiceError) {
        self.init(minimumCapacity: wire.members.count)
        for member in wire.members {
            self[member.name] = try AttributeValue(wire: member.value, level: level)
        }
    }

    /// The item as it is written on the wire.
    var wire: WireValue {
        .object(WireObject(map { WireObject.Member($0.key, $0.value.wire) }))
    }
}
