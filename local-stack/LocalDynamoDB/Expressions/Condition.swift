import LocalServiceKit

/// A condition that can be put to an item.
indirect enum Condition: Sendable {
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
    case compare(Comparator, Operand, Operand)
    case between(Operand, Operand, Operand)
    case isIn(Operand, [Operand])
    case exists(DocumentPath)
    case notExists(DocumentPath)
    case hasType(Operand, AttributeValue.Kind)
    case beginsWith(Operand, Operand)
    case contains(Operand, Operand)

    /// A value that a condition looks at.
    indirect enum Operand: Sendable {
        case path(DocumentPath)
        case value(AttributeValue)
        case size(Operand)
    }
}

extension Condition {
    /// Whether the condition holds for the item (an empty one where it does not exist).
    func holds(for item: Item) -> Bool {
        switch self {
        case .and(let left, let right): left.holds(for: item) && right.holds(for: item)
        case .or(let left, let right): left.holds(for: item) || right.holds(for: item)
        case .not(let inner): !inner.holds(for: item)
        case .compare(let comparator, let left, let right):
            comparator.holds(left.value(in: item), right.value(in: item))
        case .between(let operand, let lower, let upper):
            Comparator.greaterOrEqual.holds(operand.value(in: item), lower.value(in: item))
                && Comparator.lessOrEqual.holds(operand.value(in: item), upper.value(in: item))
        case .isIn(let operand, let candidates):
            candidates.contains { Comparator.equal.holds(operand.value(in: item), $0.value(in: item)) }
        case .exists(let path): path.value(in: item) != nil
        case .notExists(let path): path.value(in: item) == nil
        case .hasType(let operand, let kind): operand.value(in: item)?.kind == kind
        case .beginsWith(let operand, let prefix):
            Self.begins(operand.value(in: item), with: prefix.value(in: item))
        case .contains(let operand, let part):
            Self.contains(operand.value(in: item), part.value(in: item))
        }
    }

    private static func begins(_ value: AttributeValue?, with prefix: AttributeValue?) -> Bool {
        switch (value, prefix) {
        case (.string(let text)?, .string(let prefix)?): text.utf8.starts(with: prefix.utf8)
        case (.binary(let bytes)?, .binary(let prefix)?): bytes.starts(with: prefix)
        default: false
        }
    }

    private static func contains(_ value: AttributeValue?, _ part: AttributeValue?) -> Bool {
        switch (value, part) {
        case (.string(let text)?, .string(let part)?): Array(text.utf8).contains(Array(part.utf8))
        case (.binary(let bytes)?, .binary(let part)?): bytes.contains(part)
        case (.stringSet(let texts)?, .string(let part)?):
            texts.contains { $0.utf8.elementsEqual(part.utf8) }
        case (.numberSet(let numbers)?, .number(let part)?): numbers.contains(part)
        case (.binarySet(let blobs)?, .binary(let part)?): blobs.contains(part)
        case (.list(let values)?, let part?): values.contains { $0.isSame(as: part) }
        default: false
        }
    }
}

extension Condition.Operand {
    /// What the operand is for that item; nil where it has no value.
    func value(in item: Item) -> AttributeValue? {
        switch self {
        case .path(let path): path.value(in: item)
        case .value(let value): value
        case .size(let operand): operand.value(in: item)?.elementCount.map { .number(DecimalNumber($0)) }
        }
    }
}

extension AttributeValue {
    /// What `size` answers: bytes or elements; nil for kinds that have no size.
    fileprivate var elementCount: Int? {
        switch self {
        // DynamoDB counts UTF-16 code units here, unlike in the size of an item.
        case .string(let text): text.utf16.count
        case .binary(let bytes): bytes.count
        case .list(let values): values.count
        case .map(let values): values.count
        case .stringSet(let texts): texts.count
        case .numberSet(let numbers): numbers.count
        case .binarySet(let blobs): blobs.count
        case .number, .bool, .null: nil
        }
    }
}

extension Comparator {
    /// Whether the comparison holds; a missing value is equal to nothing and in no order.
    func holds(_ left: AttributeValue?, _ right: AttributeValue?) -> Bool {
        guard let left, let right else { return self == .notEqual }
        return switch self {
        case .equal: left.isSame(as: right)
        case .notEqual: !left.isSame(as: right)
        case .less: left.isLess(than: right) ?? false
        case .greater: right.isLess(than: left) ?? false
        case .lessOrEqual: right.isLess(than: left).map { !$0 } ?? false
        case .greaterOrEqual: left.isLess(than: right).map { !$0 } ?? false
        }
    }
}
