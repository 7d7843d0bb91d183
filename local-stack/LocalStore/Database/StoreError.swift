/// Why the store did not do what it was asked to.
package enum StoreError: Error, Hashable {
    /// The database file cannot be opened or prepared for use.
    case cannotOpen(path: String, message: String)
    /// SQLite refused a statement; `code` is its extended result code.
    case statement(code: Int32, message: String, sql: String)
    /// A column held null or a value of another type.
    case unexpectedValue(column: String)
    /// The commit that would have made the action durable failed: nothing of it is stored.
    case commit(message: String)
    /// The file was written by a newer version, which knows more migrations of this schema.
    case newerSchema(name: String, version: Int)
    /// The store was closed before the action could run.
    case closed
}
