import LocalStore

// Actions fail with `ServiceError` only; what the store reports is the local stack's own fault, never the caller's.
extension Database {
    /// Runs a statement and answers the number of rows it changed.
    @discardableResult
    func run(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> Int {
        do throws(StoreError) {
            return try execute(sql, parameters: parameters)
        } catch {
            throw .internalFailure(error)
        }
    }

    /// All rows of a query.
    func all(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> [Row] {
        try all(sql, parameters: parameters)
    }

    /// All rows of a query.
    func all(_ sql: String, parameters: [SQLValue]) throws(ServiceError) -> [Row] {
        do throws(StoreError) {
            return try rows(sql, parameters: parameters)
        } catch {
            throw .internalFailure(error)
        }
    }

    /// The first row of a query; nil where there is none.
    func first(_ sql: String, _ parameters: SQLValue...) throws(ServiceError) -> Row? {
        try all(sql, parameters: parameters).first
    }
}

extension Row {
    /// What `read` takes out of the row.
    func value<Value>(_ read: (Row) throws(StoreError) -> Value) throws(ServiceError) -> Value {
        do throws(StoreError) {
            return try read(self)
        } catch {
            throw .internalFailure(error)
        }
    }
}
