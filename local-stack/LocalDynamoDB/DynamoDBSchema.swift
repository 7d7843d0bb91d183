import LocalStore

extension DynamoDB {
    /// The tables of tables and items.
    ///
    /// Keys are bytes whose order is that of the values (`AttributeValue.keyBytes`), so that one range of SQLite's index is one
    /// range of DynamoDB's keys. A table without a sort key has empty bytes there.
    static let schema = Schema(
        name: "dynamodb",
        steps: [
            """
            CREATE TABLE ddb_table (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                uuid TEXT NOT NULL,
                hash_name TEXT NOT NULL,
                hash_kind TEXT NOT NULL,
                sort_name TEXT,
                sort_kind TEXT,
                indexes TEXT,
                definition TEXT NOT NULL,
                tags TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                time_to_live TEXT,
                recovery_since INTEGER,
                UNIQUE (account, region, name)
            );
            CREATE TABLE ddb_item (
                table_id INTEGER NOT NULL,
                hash BLOB NOT NULL,
                sort BLOB NOT NULL,
                item BLOB NOT NULL,
                size INTEGER NOT NULL,
                expires_at INTEGER,
                PRIMARY KEY (table_id, hash, sort)
            ) WITHOUT ROWID;
            CREATE INDEX ddb_item_expiry ON ddb_item (expires_at) WHERE expires_at IS NOT NULL;
            """,
            """
            CREATE TABLE ddb_index_item (
                table_id INTEGER NOT NULL,
                index_name TEXT NOT NULL,
                hash BLOB NOT NULL,
                sort BLOB NOT NULL,
                item_hash BLOB NOT NULL,
                item_sort BLOB NOT NULL,
                PRIMARY KEY (table_id, index_name, hash, sort, item_hash, item_sort)
            ) WITHOUT ROWID;
            CREATE INDEX ddb_index_item_by_item ON ddb_index_item (table_id, item_hash, item_sort);
            CREATE TRIGGER ddb_item_deleted AFTER DELETE ON ddb_item BEGIN
                DELETE FROM ddb_index_item
                WHERE table_id = OLD.table_id AND item_hash = OLD.hash AND item_sort = OLD.sort;
            END;
            CREATE TABLE ddb_transaction (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                token TEXT NOT NULL,
                digest TEXT NOT NULL,
                expires_at INTEGER NOT NULL,
                PRIMARY KEY (account, region, token)
            ) WITHOUT ROWID;
            """,
        ]
    )
}
