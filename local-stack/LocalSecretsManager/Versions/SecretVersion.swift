import LocalServiceKit
import LocalStore

/// A version of a secret, which is never changed.
struct SecretVersion: RowReadable, Sendable {
    /// The columns that a version is read from.
    static let columns = "version, text, bytes, created_at, accessed_on"

    let id: String
    let value: SecretValue
    let createdAt: Timestamp
    /// The day on which it was read last, as its first moment; nil where nobody has.
    let accessedOn: Timestamp?

    /// Reads a row of `columns`.
    init(_ row: Row) throws(StoreError) {
        id = try row.text("version")
        if let text = row.optionalText("text") {
            value = .text(text)
        } else {
            value = .bytes(try row.blob("bytes"))
        }
        createdAt = try row.timestamp("created_at")
        accessedOn = row.optionalInteger("accessed_on").map(Timestamp.init(milliseconds:))
    }
}
