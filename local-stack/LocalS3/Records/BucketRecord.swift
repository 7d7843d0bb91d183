import LocalServiceKit
import LocalStore

/// A bucket.
struct BucketRecord: Sendable, RowReadable {
    let id: Int
    let name: String
    let account: String
    let region: String
    let created: Timestamp

    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        name = try row.text("name")
        account = try row.text("account")
        region = try row.text("region")
        created = try row.timestamp("created")
    }

    /// The bucket of that name; nil where there is none.
    static func find(_ name: String, in database: Database) throws(ServiceError) -> BucketRecord? {
        try database.first(BucketRecord.self, "SELECT * FROM s3_bucket WHERE name = ?", .text(name))
    }

    /// The bucket of that name; throws `NoSuchBucket`.
    static func require(_ name: String, in database: Database) throws(ServiceError) -> BucketRecord {
        guard let bucket = try find(name, in: database) else { throw .noSuchBucket(name) }
        return bucket
    }
}
