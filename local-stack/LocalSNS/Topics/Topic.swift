import LocalServiceKit
import LocalStore

/// A topic as it is stored.
package struct Topic: Sendable, RowReadable {
    /// The key under which its subscriptions are stored.
    let id: Int
    /// Its account and region.
    let location: Location
    /// Its name.
    let name: String
    let isFIFO: Bool
    let deduplicatesContent: Bool
    /// 1 for signatures with SHA-1, 2 for SHA-256.
    let signatureVersion: Int

    /// Its ARN.
    package var arn: String { location.arn("sns", name) }

    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        location = Location(account: try row.text("account"), region: try row.text("region"))
        name = try row.text("name")
        isFIFO = try row.bool("is_fifo")
        deduplicatesContent = try row.bool("deduplicates_content")
        signatureVersion = try row.integer("signature_version")
    }

    /// The columns that a topic is read from.
    static let columns = "id, account, region, name, is_fifo, deduplicates_content, signature_version"
}
