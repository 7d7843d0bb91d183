import LocalServiceKit
import LocalStore

/// A secret without what its versions hold.
struct Secret: RowReadable, Sendable {
    /// The columns that a secret is read from.
    static let columns =
        "id, account, region, name, suffix, description, kms_key_id, tags, created_at, changed_at, deletion_at"

    let id: Int
    let location: Location
    let name: String
    /// Six random characters: a secret of the same name that is made later has another ARN.
    let suffix: String
    let description: String?
    let kmsKeyID: String?
    let tags: [String: String]
    let createdAt: Timestamp
    let changedAt: Timestamp
    /// When it is deleted; nil where it is not marked for deletion.
    let deletionAt: Timestamp?

    /// Reads a row of `columns`.
    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        location = Location(account: try row.text("account"), region: try row.text("region"))
        name = try row.text("name")
        suffix = try row.text("suffix")
        description = row.optionalText("description")
        kmsKeyID = row.optionalText("kms_key_id")
        tags = try row.texts("tags")
        createdAt = try row.timestamp("created_at")
        changedAt = try row.timestamp("changed_at")
        deletionAt = row.optionalInteger("deletion_at").map(Timestamp.init(milliseconds:))
    }

    /// The secret's ARN.
    var arn: String { SecretName.arn(of: name, suffix: suffix, in: location) }
}
