/// What a query demands of one key attribute.
enum KeyCondition: Sendable {
    case compare(Comparator, AttributeValue)
    case between(AttributeValue, AttributeValue)
    case beginsWith(AttributeValue)

    /// The values that the attribute is compared with.
    var values: [AttributeValue] {
        switch self {
        case .compare(_, let value), .beginsWith(let value): [value]
        case .between(let lower, let upper): [lower, upper]
        }
    }

    /// The bytes that the attribute must have; nil where it need not be equal to anything.
    var equalBytes: [UInt8]? {
        if case .compare(.equal, let value) = self { value.keyBytes } else { nil }
    }

    /// Narrows the range to the sort keys that meet the condition.
    func narrow(_ range: inout KeyRange) {
        switch self {
        case .compare(let comparator, let value):
            let bytes = value.keyBytes ?? []
            let inclusive = KeyRange.Bound(bytes: bytes, isInclusive: true)
            let exclusive = KeyRange.Bound(bytes: bytes, isInclusive: false)
            switch comparator {
            case .equal: (range.lower, range.upper) = (inclusive, inclusive)
            case .less: range.upper = exclusive
            case .lessOrEqual: range.upper = inclusive
            case .greater: range.lower = exclusive
            case .greaterOrEqual: range.lower = inclusive
            case .notEqual: break
            }
        case .between(let lower, let upper):
            range.lower = KeyRange.Bound(bytes: lower.keyBytes ?? [], isInclusive: true)
            range.upper = KeyRange.Bound(bytes: upper.keyBytes ?? [], isInclusive: true)
        case .beginsWith(let prefix):
            let bytes = prefix.keyBytes ?? []
            range.lower = KeyRange.Bound(bytes: bytes, isInclusive: true)
            range.upper = KeyRange.end(ofPrefix: bytes)
        }
    }
}
