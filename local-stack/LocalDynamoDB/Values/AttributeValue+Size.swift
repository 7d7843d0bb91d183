import LocalServiceKit

extension AttributeValue {
    /// The bytes that the value counts towards the 400 KB of an item, by the rules that AWS publishes.
    var size: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .number(let number): number.size
        case .binary(let bytes): bytes.count
        case .bool, .null: 1
        case .list(let values): values.reduce(3) { $0 + 1 + $1.size }
        case .map(let values): 3 + values.count + values.size
        case .stringSet(let texts): texts.reduce(0) { $0 + $1.utf8.count }
        case .numberSet(let numbers): numbers.reduce(0) { $0 + $1.size }
        case .binarySet(let blobs): blobs.reduce(0) { $0 + $1.count }
        }
    }
}

extension DecimalNumber {
    /// One byte for every two digits (counted in pairs from the decimal point), one for the rest, one for a minus.
    fileprivate var size: Int {
        guard coefficient != 0 else { return 1 }
        let pairs = (digitCount + 1) / 2
        let isSplit = digitCount.isMultiple(of: 2) && magnitude.isMultiple(of: 2)
        return 1 + pairs + (isSplit ? 1 : 0) + (isNegative ? 1 : 0)
    }
}

extension Item {
    /// The largest item, in bytes.
    static let maximumSize = 400 * 1024

    /// The bytes that the item counts: names and values.
    var size: Int { reduce(0) { $0 + $1.key.utf8.count + $1.value.size } }
}

extension Item {
    /// Throws for an item that is larger than DynamoDB stores.
    func requireStorable() throws(ServiceError) {
        guard size <= Item.maximumSize else {
            throw .validation("Item size has exceeded the maximum allowed size")
        }
    }
}

extension AttributeValue {
    /// How many levels of values there are, this one counted.
    var levelCount: Int {
        switch self {
        case .list(let values): 1 + (values.map(\.levelCount).max() ?? 0)
        case .map(let values): 1 + values.levelCount
        default: 1
        }
    }
}

extension Item {
    /// How deep values may stand in an item; an attribute's own value is the first level.
    static let maximumLevelCount = 32

    /// How many levels of values there are.
    var levelCount: Int { values.map(\.levelCount).max() ?? 0 }
}
