import LocalServiceKit

/// The attributes of one item, by name.
typealias Item = [String: AttributeValue]

/// One value of an item.
indirect enum AttributeValue: Sendable, Hashable {
    case string(String)
    case number(DecimalNumber)
    case binary([UInt8])
    case bool(Bool)
    case null
    case list([AttributeValue])
    case map(Item)
    case stringSet([String])
    case numberSet([DecimalNumber])
    case binarySet([[UInt8]])

    /// The kinds of values, by the name that the wire and `attribute_type` have for them.
    enum Kind: String, Codable, Sendable, CaseIterable {
        case string = "S"
        case number = "N"
        case binary = "B"
        case bool = "BOOL"
        case null = "NULL"
        case list = "L"
        case map = "M"
        case stringSet = "SS"
        case numberSet = "NS"
        case binarySet = "BS"

        /// The long name that some error texts use.
        var longName: String {
            switch self {
            case .string: "STRING"
            case .number: "NUMBER"
            case .binary: "BINARY"
            case .bool: "BOOLEAN"
            case .null: "NULL"
            case .list: "LIST"
            case .map: "MAP"
            case .stringSet: "STRING_SET"
            case .numberSet: "NUMBER_SET"
            case .binarySet: "BINARY_SET"
            }
        }

        /// Whether values of this kind have an order.
        var isOrdered: Bool { self == .string || self == .number || self == .binary }

        /// Whether this is one of the three sets.
        var isSet: Bool { self == .stringSet || self == .numberSet || self == .binarySet }
    }

    /// The kind of this value.
    var kind: Kind {
        switch self {
        case .string: .string
        case .number: .number
        case .binary: .binary
        case .bool: .bool
        case .null: .null
        case .list: .list
        case .map: .map
        case .stringSet: .stringSet
        case .numberSet: .numberSet
        case .binarySet: .binarySet
        }
    }

    /// Whether both are the same value; the order inside a set does not count.
    func isSame(as other: AttributeValue) -> Bool {
        switch (self, other) {
        // Swift calls canonically equivalent texts equal; DynamoDB compares bytes.
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.stringSet(let left), .stringSet(let right)):
            Set(left.map { Array($0.utf8) }) == Set(right.map { Array($0.utf8) })
        case (.numberSet(let left), .numberSet(let right)): Set(left) == Set(right)
        case (.binarySet(let left), .binarySet(let right)): Set(left) == Set(right)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.allSatisfy { name, value in right[name].map { value.isSame(as: $0) } ?? false }
        default: self == other
        }
    }

    /// Whether this value comes before the other; nil where the two have no order (other kinds, or unequal kinds).
    func isLess(than other: AttributeValue) -> Bool? {
        switch (self, other) {
        // Strings are ordered by their UTF-8 bytes, not by the characters' collation.
        case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.number(let left), .number(let right)): left < right
        case (.binary(let left), .binary(let right)): left.lexicographicallyPrecedes(right)
        default: nil
        }
    }
}
