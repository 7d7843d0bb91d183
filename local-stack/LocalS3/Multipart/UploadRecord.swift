import LocalServiceKit
import LocalStore

/// A multipart upload that has begun.
struct UploadRecord: Sendable, RowReadable {
    /// What was said when it began.
    struct Details: Sendable, Codable {
        var object: ObjectDetails
        /// The checksum that the parts must have; nil where none was asked for.
        var algorithm: ChecksumAlgorithm?
        var kind: ObjectChecksum.Kind
        var account: String
    }

    let id: String
    let bucketID: Int
    let key: String
    let begun: Timestamp
    let details: Details

    init(_ row: Row) throws(StoreError) {
        id = try row.text("id")
        bucketID = try row.integer("bucket")
        key = try row.text("key")
        begun = try row.timestamp("begun")
        details = try row.json("details", as: Details.self)
    }

    /// Begins an upload.
    static func begin(
        _ key: String,
        in bucket: BucketRecord,
        _ details: Details,
        _ database: Database
    ) throws(ServiceError) -> String {
        // In the order of time, which is that of lists.
        let id =
            withUnsafeBytes(of: database.now.milliseconds.bigEndian) { Array($0) }.hexadecimal + FileID().text
        try database.run(
            "INSERT INTO s3_upload VALUES (?, ?, ?, ?, ?)",
            .text(id),
            .integer(bucket.id),
            .text(key),
            .timestamp(database.now),
            .text(try details.columnText())
        )
        return id
    }

    /// The upload of that id for that key; throws `NoSuchUpload`.
    static func require(
        _ reference: UploadReference,
        _ database: Database
    ) throws(ServiceError) -> UploadRecord {
        let bucket = try BucketRecord.require(reference.bucket, in: database)
        let upload = try database.first(
            UploadRecord.self,
            "SELECT * FROM s3_upload WHERE id = ? AND bucket = ? AND key = ?",
            .text(reference.id),
            .integer(bucket.id),
            .text(reference.key)
        )
        guard let upload else { throw .noSuchUpload }
        return upload
    }

    /// The uploads of a bucket in the order of their keys, those of one key in the order of time.
    static func all(in bucket: BucketRecord, _ database: Database) throws(ServiceError) -> [UploadRecord] {
        try database.all(
            UploadRecord.self,
            "SELECT * FROM s3_upload WHERE bucket = ? ORDER BY key, id",
            .integer(bucket.id)
        )
    }

    /// The parts in the order of their numbers.
    func parts(_ database: Database) throws(ServiceError) -> [PartRecord] {
        try database.all(
            PartRecord.self,
            "SELECT * FROM s3_part WHERE upload = ? ORDER BY number",
            .text(id)
        )
    }

    /// Removes the upload with its parts.
    func remove(from database: Database, _ files: ObjectFiles) throws(ServiceError) {
        let parts = try parts(database)
        try database.run("DELETE FROM s3_part WHERE upload = ?", .text(id))
        try database.run("DELETE FROM s3_upload WHERE id = ?", .text(id))
        for part in parts { try database.release(part.file, files) }
    }
}
