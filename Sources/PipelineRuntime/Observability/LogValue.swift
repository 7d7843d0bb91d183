/// What a field of a log line holds.
package enum LogValue: Sendable, Hashable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number; one that is not finite is written as a text, which JSON has no number for.
    case number(Double)
    /// A truth value.
    case flag(Bool)
    /// Several values.
    case list([LogValue])

    /// A length of time as milliseconds with three decimals.
    package static func milliseconds(_ duration: Duration) -> LogValue {
        .number((duration / .microseconds(1)).rounded() / 1000)
    }
}

extension LogValue: Encodable {
    /// Writes the bare value.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number) where number.isFinite: try container.encode(number)
        case .number(let number): try container.encode("\(number)")
        case .flag(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        }
    }
}

extension LogValue: CustomStringConvertible {
    /// The value as text, without quotes.
    package var description: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .list(let values): values.map(\.description).joined(separator: ",")
        }
    }
}

extension LogValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Makes a text.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension LogValue: ExpressibleByIntegerLiteral {
    /// Makes a whole number.
    package init(integerLiteral value: Int) {
        self = .integer(value)
    }
}

extension LogValue: ExpressibleByFloatLiteral {
    /// Makes a number.
    package init(floatLiteral value: Double) {
        self = .number(value)
    }
}

extension LogValue: ExpressibleByBooleanLiteral {
    /// Makes a truth value.
    package init(booleanLiteral value: Bool) {
        self = .flag(value)
    }
}
