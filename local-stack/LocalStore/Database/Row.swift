/// One row of a result, copied out of SQLite.
///
/// A column that the statement does not have is a programmer's error and traps.
package struct Row: Sendable {
    let columns: [String: Int]
    let values: [SQLValue]

    /// The value of a column, by the name it has in the statement.
    package subscript(_ column: String) -> SQLValue {
        guard let index = columns[column] else {
            preconditionFailure("the statement has no column \(column)")
        }
        return values[index]
    }

    /// The text of a column; throws `StoreError.unexpectedValue` for null and other types.
    package func text(_ column: String) throws(StoreError) -> String {
        guard case .text(let value) = self[column] else { throw .unexpectedValue(column: column) }
        return value
    }

    /// The number of a column; throws `StoreError.unexpectedValue` for null and other types.
    package func integer(_ column: String) throws(StoreError) -> Int {
        guard case .integer(let value) = self[column] else { throw .unexpectedValue(column: column) }
        return value
    }

    /// The bytes of a column; throws `StoreError.unexpectedValue` for null and other types.
    package func blob(_ column: String) throws(StoreError) -> [UInt8] {
        guard case .blob(let value) = self[column] else { throw .unexpectedValue(column: column) }
        return value
    }

    /// The moment of a column; throws `StoreError.unexpectedValue` for null and other types.
    package func timestamp(_ column: String) throws(StoreError) -> Timestamp {
        Timestamp(milliseconds: try integer(column))
    }

    /// The truth value of a column; throws `StoreError.unexpectedValue` for null and other types.
    package func bool(_ column: String) throws(StoreError) -> Bool {
        try integer(column) != 0
    }

    /// The text of a column, nil for null and other types.
    package func optionalText(_ column: String) -> String? {
        if case .text(let value) = self[column] { value } else { nil }
    }

    /// The number of a column, nil for null and other types.
    package func optionalInteger(_ column: String) -> Int? {
        if case .integer(let value) = self[column] { value } else { nil }
    }
}
