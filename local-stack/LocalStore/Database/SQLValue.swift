/// One value of a statement's parameters or of a row.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// A moment, stored as its milliseconds.
    package static func timestamp(_ moment: Timestamp) -> SQLValue { .integer(moment.milliseconds) }

    /// A truth value, stored as 0 or 1.
    package static func bool(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }

    /// The text, or null where there is none.
    package static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

    /// The number, or null where there is none.
    package static func optional(_ number: Int?) -> SQLValue { number.map(SQLValue.integer) ?? .null }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    /// A text written in the source.
    package init(stringLiteral value: String) { self = .text(value) }

    /// A number written in the source.
    package init(integerLiteral value: Int) { self = .integer(value) }

    /// Null.
    package init(nilLiteral: ()) { self = .null }
}
