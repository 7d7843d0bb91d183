import LocalServiceKit

extension UpdateExpression {
    /// The item after the update.
    ///
    /// Every operand is taken from the item as it was before.
    func apply(to item: Item) throws(ServiceError) -> Item {
        var updated = item
        for action in orderedActions {
            switch action {
            case .set(let path, let value):
                try updated.set(path, to: value.value(in: item))
            case .remove(let path):
                try updated.remove(path)
            case .add(let path, let value):
                try updated.set(path, to: Self.sum(of: path.value(in: item), and: value))
            case .delete(let path, let value):
                guard let existing = path.value(in: item) else { continue }
                try updated.replace(path, by: existing.subtracting(value))
            }
        }
        return updated
    }

    /// The steps in an order in which no step moves the place of a later one.
    ///
    /// Elements are put into lists from the lowest index upwards, so that those beyond the end keep their order, and
    /// taken out last, from the highest index downwards.
    private var orderedActions: [Action] {
        let removals = actions.filter { if case .remove = $0 { true } else { false } }
        let changes = actions.filter { if case .remove = $0 { false } else { true } }
        return changes.sorted { $0.path.lastIndex < $1.path.lastIndex }
            + removals.sorted { $0.path.lastIndex > $1.path.lastIndex }
    }

    private static func sum(
        of existing: AttributeValue?,
        and change: AttributeValue
    ) throws(ServiceError) -> AttributeValue {
        guard let existing else { return change }
        return try existing.adding(change)
    }
}

extension DocumentPath {
    fileprivate var lastIndex: Int {
        if case .index(let index)? = elements.last { index } else { -1 }
    }
}

extension UpdateExpression.Value {
    /// What is put into the place, for the item as it was.
    fileprivate func value(in item: Item) throws(ServiceError) -> AttributeValue {
        switch self {
        case .literal(let value): return value
        case .path(let path):
            guard let value = path.value(in: item) else {
                throw .validation(
                    "The provided expression refers to an attribute that does not exist in the item"
                )
            }
            return value
        case .ifNotExists(let path, let other):
            if let value = path.value(in: item) { return value }
            return try other.value(in: item)
        case .listAppend(let left, let right):
            guard case .list(let first) = try left.value(in: item),
                case .list(let second) = try right.value(in: item)
            else { throw .incorrectOperand }
            return .list(first + second)
        case .sum(let left, let right):
            return try Self.arithmetic(left.value(in: item), right.value(in: item)) {
                (left, right) throws(NumberError) in try left.adding(right)
            }
        case .difference(let left, let right):
            return try Self.arithmetic(left.value(in: item), right.value(in: item)) {
                (left, right) throws(NumberError) in try left.subtracting(right)
            }
        }
    }

    private static func arithmetic(
        _ left: AttributeValue,
        _ right: AttributeValue,
        _ combine: (DecimalNumber, DecimalNumber) throws(NumberError) -> DecimalNumber
    ) throws(ServiceError) -> AttributeValue {
        guard case .number(let left) = left, case .number(let right) = right else {
            throw .incorrectOperand
        }
        do throws(NumberError) {
            return .number(try combine(left, right))
        } catch {
            throw .unstorable(error)
        }
    }
}

extension AttributeValue {
    /// What ADD makes of an existing value.
    fileprivate func adding(_ change: AttributeValue) throws(ServiceError) -> AttributeValue {
        switch (self, change) {
        case (.number(let left), .number(let right)):
            do throws(NumberError) {
                return .number(try left.adding(right))
            } catch {
                throw .unstorable(error)
            }
        case (.stringSet(let old), .stringSet(let new)):
            return .stringSet(old + new.filter { !old.contains($0) })
        case (.numberSet(let old), .numberSet(let new)):
            return .numberSet(old + new.filter { !old.contains($0) })
        case (.binarySet(let old), .binarySet(let new)):
            return .binarySet(old + new.filter { !old.contains($0) })
        default: throw .incorrectOperand
        }
    }

    /// What DELETE leaves of an existing set; nil where nothing is left.
    fileprivate func subtracting(_ change: AttributeValue) throws(ServiceError) -> AttributeValue? {
        switch (self, change) {
        case (.stringSet(let old), .stringSet(let gone)):
            let rest = old.filter { !gone.contains($0) }
            return rest.isEmpty ? nil : .stringSet(rest)
        case (.numberSet(let old), .numberSet(let gone)):
            let rest = old.filter { !gone.contains($0) }
            return rest.isEmpty ? nil : .numberSet(rest)
        case (.binarySet(let old), .binarySet(let gone)):
            let rest = old.filter { !gone.contains($0) }
            return rest.isEmpty ? nil : .binarySet(rest)
        default: throw .incorrectOperand
        }
    }
}

extension ServiceError {
    fileprivate static let incorrectOperand = ServiceError.validation(
        "An operand in the update expression has an incorrect data type"
    )
}
