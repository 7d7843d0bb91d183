import CSQLite

/// Owner of one prepared statement (`sqlite3_finalize` at its end).
final class Statement {
    private let handle: OpaquePointer
    private lazy var columns: [String: Int] = readColumns()

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Binds the parameters and steps to the end; `SQLITE_DONE` where all went well.
    func run(_ parameters: [SQLValue], eachRow: (Row) -> Void) -> Int32 {
        precondition(
            parameters.count == Int(sqlite3_bind_parameter_count(handle)),
            "the statement has \(sqlite3_bind_parameter_count(handle)) parameters, not \(parameters.count)"
        )
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (offset, value) in parameters.enumerated() {
            let code = bind(value, at: Int32(offset + 1))
            guard code == SQLITE_OK else { return code }
        }
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW {
            eachRow(readRow())
            code = sqlite3_step(handle)
        }
        return code
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, Int64(number))
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes {
                csqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
            }
        }
    }

    private func readColumns() -> [String: Int] {
        var columns: [String: Int] = [:]
        for index in 0..<sqlite3_column_count(handle) {
            guard let name = sqlite3_column_name(handle, index) else { continue }
            columns[String(cString: name)] = Int(index)
        }
        return columns
    }

    private func readRow() -> Row {
        Row(columns: columns, values: (0..<sqlite3_column_count(handle)).map(readValue))
    }

    private func readValue(_ index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(handle, index)))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT: .text(readText(index))
        case SQLITE_BLOB: .blob(readBlob(index))
        default: .null
        }
    }

    private func readText(_ index: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, index) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, index))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private func readBlob(_ index: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, index))))
    }
}
