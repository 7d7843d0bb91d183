import LocalServiceKit
import LocalStore

extension BucketRecord {
    /// The document of a setting; nil where the bucket was not given one.
    func document(_ setting: BucketSetting, _ database: Database) throws(ServiceError) -> [UInt8]? {
        let row = try database.first(
            "SELECT document FROM s3_setting WHERE bucket = ? AND name = ?",
            .integer(id),
            .text(setting.name)
        )
        return try row?.value(Row.blob, of: "document")
    }

    /// Keeps the document of a setting.
    func keep(
        _ document: [UInt8],
        of setting: BucketSetting,
        _ database: Database
    ) throws(ServiceError) {
        try database.run(
            "INSERT OR REPLACE INTO s3_setting VALUES (?, ?, ?)",
            .integer(id),
            .text(setting.name),
            .blob(document)
        )
    }

    /// Forgets the document of a setting.
    func forget(_ setting: BucketSetting, _ database: Database) throws(ServiceError) {
        try database.run(
            "DELETE FROM s3_setting WHERE bucket = ? AND name = ?",
            .integer(id),
            .text(setting.name)
        )
    }
}
