/// An operator between two values, with how strongly it binds.
enum VelocityOperator: String, Sendable, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"

    /// Operators with a higher strength are evaluated first.
    var strength: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .unequal: 3
        case .atMost, .atLeast, .less, .greater: 4
        case .plus, .minus: 5
        case .times, .divided, .remainder: 6
        }
    }

    /// The operator that a word stands for.
    static func named(_ word: String) -> VelocityOperator? {
        switch word {
        case "or": .or
        case "and": .and
        case "eq": .equal
        case "ne": .unequal
        case "le": .atMost
        case "ge": .atLeast
        case "lt": .less
        case "gt": .greater
        default: nil
        }
    }
}
