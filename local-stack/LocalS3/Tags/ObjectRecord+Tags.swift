import LocalServiceKit
import LocalStore

extension ObjectRecord {
    /// Gives the object other tags; it is not modified by that.
    func setTags(_ tags: [ObjectTag], _ database: Database) throws(ServiceError) {
        var details = details
        details.tags = tags.isEmpty ? nil : tags
        try database.run(
            "UPDATE s3_object SET details = ? WHERE bucket = ? AND key = ?",
            .text(try details.columnText()),
            .integer(bucketID),
            .text(key)
        )
    }
}
