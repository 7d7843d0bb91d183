import LocalStore

// Columns of S3's own tables: another type in one of them is the local stack's fault.
extension Row {
    /// The text of a column.
    func string(_ column: String) throws(ServiceError) -> String {
        try value { row throws(StoreError) in try row.text(column) }
    }

    /// The number of a column.
    func number(_ column: String) throws(ServiceError) -> Int {
        try value { row throws(StoreError) in try row.integer(column) }
    }

    /// The moment of a column.
    func moment(_ column: String) throws(ServiceError) -> Timestamp {
        try value { row throws(StoreError) in try row.timestamp(column) }
    }

    /// The bytes of a column.
    func bytes(_ column: String) throws(ServiceError) -> [UInt8] {
        try value { row throws(StoreError) in try row.blob(column) }
    }
}
