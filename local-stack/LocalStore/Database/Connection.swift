import CSQLite

/// Owner of one SQLite connection (`sqlite3_open_v2`, `sqlite3_close_v2`) and its prepared statements.
final class Connection {
    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    /// Generated statements must not fill the memory; beyond this many the cache starts anew.
    private static let maximumStatements = 512

    /// Opens or creates the file at `path`, in write-ahead mode with a synchronous commit.
    init(path: String) throws(StoreError) {
        handle = try Self.open(path)
        for pragma in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
            "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16384",
        ] {
            try script(pragma)
        }
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    private static func open(_ path: String) throws(StoreError) -> OpaquePointer {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw .cannotOpen(path: path, message: message)
        }
        sqlite3_busy_timeout(opened, 5000)
        return opened
    }

    /// Whether a transaction is open; SQLite itself ends it when the disk is full or cannot be read.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Rows that the last statement inserted, updated or deleted.
    var changedRows: Int { Int(sqlite3_changes64(handle)) }

    /// The row id that the last insert got.
    var lastInsertedRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Runs any number of statements without parameters or results (`sqlite3_exec`).
    func script(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code, sql) }
    }

    /// The prepared statement of that text, made once.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] { return known }
        if statements.count >= Self.maximumStatements { statements.removeAll() }
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw failure(code, sql) }
        let statement = Statement(prepared)
        statements[sql] = statement
        return statement
    }

    /// The error of the last call on this connection.
    func failure(_ code: Int32, _ sql: String) -> StoreError {
        .statement(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    }
}
