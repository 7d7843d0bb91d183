package import LocalStore

/// What a row of a table holds.
package protocol RowReadable {
    /// Reads the row; throws where a column has another type, which is the local stack's own fault.
    init(_ row: Row) throws(StoreError)
}
