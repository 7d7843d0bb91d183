import LocalStore

/// The statement that selects a run of items.
struct RangeSelection {
    private var clauses: [String]
    private(set) var parameters: [SQLValue]
    private let rows: String
    private let order: String
    private let count: Int

    init(_ range: KeyRange, of source: ItemSource, after start: ItemPosition?, count: Int) {
        self.count = count
        if let index = source.index {
            rows = """
                SELECT entry.hash AS place_hash, entry.sort AS place_sort, \(StoredItem.columns)
                FROM ddb_index_item AS entry CROSS JOIN ddb_item AS item
                ON item.table_id = entry.table_id AND item.hash = entry.item_hash AND item.sort = entry.item_sort
                """
            clauses = ["entry.table_id = ?", "entry.index_name = ?"]
            parameters = [.integer(source.table.id), .text(index.name)]
        } else {
            rows = """
                SELECT entry.hash AS place_hash, entry.sort AS place_sort, entry.hash AS hash, entry.sort AS sort, item, size
                FROM ddb_item AS entry
                """
            clauses = ["entry.table_id = ?"]
            parameters = [.integer(source.table.id)]
        }
        let columns =
            ["entry.hash", "entry.sort"]
            + (source.index == nil ? [] : ["entry.item_hash", "entry.item_sort"])
        order = columns.map { $0 + (range.isAscending ? "" : " DESC") }.joined(separator: ", ")
        require(range)
        guard let start else { return }
        let comparator = range.isAscending ? ">" : "<"
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let values = [start.place.hash, start.place.sort, start.key.hash, start.key.sort]
        require(
            "(\(columns.joined(separator: ", "))) \(comparator) (\(marks))",
            Array(values.prefix(columns.count))
        )
    }

    /// The statement's text.
    var sql: String {
        "\(rows) WHERE \(clauses.joined(separator: " AND ")) ORDER BY \(order) LIMIT \(count)"
    }

    private mutating func require(_ range: KeyRange) {
        if let hash = range.hash { require("entry.hash = ?", [hash]) }
        if let lower = range.lower {
            require(lower.isInclusive ? "entry.sort >= ?" : "entry.sort > ?", [lower.bytes])
        }
        if let upper = range.upper {
            require(upper.isInclusive ? "entry.sort <= ?" : "entry.sort < ?", [upper.bytes])
        }
    }

    private mutating func require(_ clause: String, _ values: [[UInt8]]) {
        clauses.append(clause)
        parameters += values.map { .blob($0) }
    }
}
