import LocalServiceKit
import LocalStore

/// An object.
struct ObjectRecord: Sendable, RowReadable {
    let bucketID: Int
    let key: String
    let file: FileID
    let byteCount: Int
    /// Without quotes.
    let etag: String
    let modified: Timestamp
    let details: ObjectDetails

    init(
        bucketID: Int,
        key: String,
        file: FileID,
        byteCount: Int,
        etag: String,
        modified: Timestamp,
        details: ObjectDetails
    ) {
        self.bucketID = bucketID
        self.key = key
        self.file = file
        self.byteCount = byteCount
        self.etag = etag
        self.modified = modified
        self.details = details
    }

    init(_ row: Row) throws(StoreError) {
        bucketID = try row.integer("bucket")
        key = try row.text("key")
        file = FileID(text: try row.text("file"))
        byteCount = try row.integer("size")
        etag = try row.text("etag")
        modified = try row.timestamp("modified")
        details = try row.json("details", as: ObjectDetails.self)
    }

    /// The ETag as headers and documents have it.
    var quotedETag: String { "\"\(etag)\"" }

    /// The object of that key; nil where there is none.
    static func find(
        _ key: String,
        in bucket: BucketRecord,
        _ database: Database
    ) throws(ServiceError) -> ObjectRecord? {
        try database.first(
            ObjectRecord.self,
            "SELECT * FROM s3_object WHERE bucket = ? AND key = ?",
            .integer(bucket.id),
            .text(key)
        )
    }

    /// The object of that key; throws `NoSuchKey`.
    static func require(
        _ key: String,
        in bucket: BucketRecord,
        _ database: Database
    ) throws(ServiceError) -> ObjectRecord {
        guard let object = try find(key, in: bucket, database) else { throw .noSuchKey(key) }
        return object
    }

    /// Stores the object in the place of one of the same key.
    func store(in database: Database, _ files: ObjectFiles) throws(ServiceError) {
        let old = try database.first(
            "SELECT file FROM s3_object WHERE bucket = ? AND key = ?",
            .integer(bucketID),
            .text(key)
        )
        try database.run(
            "INSERT OR REPLACE INTO s3_object VALUES (?, ?, ?, ?, ?, ?, ?)",
            .integer(bucketID),
            .text(key),
            .text(file.text),
            .integer(byteCount),
            .text(etag),
            .timestamp(modified),
            .text(try details.columnText())
        )
        guard let old else { return }
        try database.release(FileID(text: try old.value(Row.text, of: "file")), files)
    }

    /// Removes the object.
    func remove(from database: Database, _ files: ObjectFiles) throws(ServiceError) {
        try database.run(
            "DELETE FROM s3_object WHERE bucket = ? AND key = ?",
            .integer(bucketID),
            .text(key)
        )
        try database.release(file, files)
    }
}

extension Database {
    /// Removes a file, once this is durable, unless a row still names it.
    func release(_ file: FileID, _ files: ObjectFiles) throws(ServiceError) {
        let use = try first(
            "SELECT 1 FROM s3_object WHERE file = ?1 UNION ALL SELECT 1 FROM s3_part WHERE file = ?1 LIMIT 1",
            .text(file.text)
        )
        if use == nil { afterCommit { files.remove(file) } }
    }
}
