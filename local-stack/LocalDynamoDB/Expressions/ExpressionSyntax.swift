/// A document path as it was written: names may be placeholders.
struct PathSyntax: Sendable {
    enum Element: Sendable {
        case name(String)
        case placeholder(String)
        case index(Int)
    }

    var elements: [Element]
}

/// A condition, or an operand of one, as it was written.
indirect enum ExpressionSyntax: Sendable {
    case path(PathSyntax)
    case value(String)
    case call(String, [ExpressionSyntax])
    case comparison(Comparator, ExpressionSyntax, ExpressionSyntax)
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case isIn(ExpressionSyntax, [ExpressionSyntax])
    case and(ExpressionSyntax, ExpressionSyntax)
    case or(ExpressionSyntax, ExpressionSyntax)
    case not(ExpressionSyntax)

    /// Whether it is a name or a value, which is no condition by itself.
    var isBareOperand: Bool {
        switch self {
        case .path, .value: true
        default: false
        }
    }

    /// Whether it may stand beside a comparator.
    var isOperand: Bool {
        if case .call = self { true } else { isBareOperand }
    }
}

/// The six comparators, by how they are written.
enum Comparator: String, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// The comparator that says the same with its sides exchanged.
    var mirrored: Comparator {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
