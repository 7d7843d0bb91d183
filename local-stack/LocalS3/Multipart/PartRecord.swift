import LocalServiceKit
import LocalStore

/// A part that was uploaded.
struct PartRecord: Sendable, RowReadable {
    let number: Int
    let file: FileID
    let byteCount: Int
    let md5: [UInt8]
    let modified: Timestamp
    let checksum: ObjectChecksum

    init(_ row: Row) throws(StoreError) {
        number = try row.integer("number")
        file = FileID(text: try row.text("file"))
        byteCount = try row.integer("size")
        md5 = try row.blob("md5")
        modified = try row.timestamp("modified")
        checksum = try row.json("checksum", as: ObjectChecksum.self)
    }

    init(number: Int, file: FileID, hashes: BodyHashes.Values, modified: Timestamp) {
        self.number = number
        self.file = file
        byteCount = hashes.byteCount
        md5 = hashes.md5
        self.modified = modified
        checksum = hashes.checksum
    }

    /// Without quotes.
    var etag: String { md5.hexadecimal }

    /// Stores the part in the place of one of the same number.
    func store(in upload: UploadRecord, _ database: Database, _ files: ObjectFiles) throws(ServiceError) {
        let old = try database.first(
            "SELECT file FROM s3_part WHERE upload = ? AND number = ?",
            .text(upload.id),
            .integer(number)
        )
        try database.run(
            "INSERT OR REPLACE INTO s3_part VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(upload.id),
            .integer(number),
            .text(file.text),
            .integer(byteCount),
            .blob(md5),
            .timestamp(modified),
            .text(try checksum.columnText())
        )
        if let old { try database.release(FileID(text: try old.value(Row.text, of: "file")), files) }
    }
}
