package import LocalStore

// Actions fail with `ServiceError` only; what the store reports is the local stack's own fault, never the caller's.
extension Database {
    /// Runs a statement and answers the number of rows it changed.
    @discardableResult
    package func run(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> Int {
        do throws(StoreError) {
            return try execute(sql, parameters: parameters)
        } catch {
            throw .internalFailure(error)
        }
    }

    /// All rows of a query.
    package func all(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> [Row] {
        try all(sql, parameters: parameters)
    }

    /// All rows of a query.
    package func all(_ sql: String, parameters: [SQLValue]) throws(ServiceError) -> [Row] {
        do throws(StoreError) {
            return try rows(sql, parameters: parameters)
        } catch {
            throw .internalFailure(error)
        }
    }

    /// All rows of a query as what they hold.
    package func all<Record: RowReadable>(
        _ type: Record.Type,
        _ sql: String,
        _ parameters: SQLValue...
    ) throws(ServiceError) -> [Record] {
        try all(type, sql, parameters: parameters)
    }

    /// All rows of a query as what they hold.
    package func all<Record: RowReadable>(
        _ type: Record.Type,
        _ sql: String,
        parameters: [SQLValue]
    ) throws(ServiceError) -> [Record] {
        do throws(StoreError) {
            return try rows(sql, parameters: parameters).map { row throws(StoreError) in try Record(row) }
        } catch {
            throw .internalFailure(error)
        }
    }

    /// The first row of a query; nil where there is none.
    package func first(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> Row? {
        try all(sql, parameters: parameters).first
    }

    /// The first row of a query as what it holds; nil where there is none.
    package func first<Record: RowReadable>(
        _ type: Record.Type,
        _ sql: String,
        _ parameters: SQLValue...
    ) throws(ServiceError) -> Record? {
        try all(type, sql, parameters: parameters).first
    }
}

extension Row {
    /// What `read` takes out of the row.
    package func value<Value>(_ read: (Row) throws(StoreError) -> Value) throws(ServiceError) -> Value {
        do throws(StoreError) {
            return try read(self)
        } catch {
            throw .internalFailure(error)
        }
    }

    /// What `read`, such as `Row.text`, takes out of a column.
    package func value<Value>(
        _ read: (Row) -> (String) throws(StoreError) -> Value,
        of column: String
    ) throws(ServiceError) -> Value {
        do throws(StoreError) {
            return try read(self)(column)
        } catch {
            throw .internalFailure(error)
        }
    }
}
