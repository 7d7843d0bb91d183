import LocalServiceKit
import LocalStore

/// A table as it is stored, as far as actions on items need it.
struct Table: Sendable, RowReadable {
    /// The key under which its items are stored.
    let id: Int
    /// Its account and region.
    let location: Location
    /// Its name.
    let name: String
    /// The key of its items.
    let keys: KeySchema
    /// Its secondary indexes.
    let indexes: [SecondaryIndex]
    /// The attribute that says when an item expires; nil where items do not expire.
    let timeToLiveAttribute: String?

    /// Its ARN.
    var arn: String { location.arn("dynamodb", "table/\(name)") }

    /// The columns that a table is read from.
    static let columns =
        "id, account, region, name, hash_name, hash_kind, sort_name, sort_kind, time_to_live, indexes"

    init(_ row: Row) throws(StoreError) {
        let hasIndexes = row.optionalText("indexes") != nil
        indexes = try hasIndexes ? row.decoded("indexes", as: [SecondaryIndex].self) : []
        id = try row.integer("id")
        location = Location(account: try row.text("account"), region: try row.text("region"))
        name = try row.text("name")
        keys = try Self.keys(row)
        timeToLiveAttribute = row.optionalText("time_to_live")
    }

    private static func keys(_ row: Row) throws(StoreError) -> KeySchema {
        let sort = row.optionalText("sort_name").flatMap { name in
            kind(row.optionalText("sort_kind")).map { KeyAttribute(name: name, kind: $0) }
        }
        guard let hashKind = kind(try row.text("hash_kind")) else {
            throw .unexpectedValue(column: "hash_kind")
        }
        return KeySchema(hash: KeyAttribute(name: try row.text("hash_name"), kind: hashKind), sort: sort)
    }

    private static func kind(_ text: String?) -> AttributeValue.Kind? {
        text.flatMap(AttributeValue.Kind.init)
    }
}
