package import LocalServiceKit
package import LocalStore

/// A queue as it is stored.
package struct Queue: Sendable, RowReadable {
    /// The key under which its messages are stored.
    let id: Int
    /// Its account and region.
    package let location: Location
    /// Its name.
    package let name: String
    let visibilityTimeout: Int
    let delay: Int
    let retention: Int
    let maximumSize: Int
    let waitTime: Int
    let deadLetterTarget: String?
    let maximumReceives: Int?
    /// Whether messages keep the order of their groups, and none comes twice.
    package let isFIFO: Bool
    let deduplicatesContent: Bool

    /// Its ARN.
    package var arn: String { location.arn("sqs", name) }

    /// Its URL for a client that reached the local stack at `baseURL`.
    package func url(_ baseURL: String) -> String { "\(baseURL)/\(location.account)/\(name)" }

    /// Reads a row of the queues' table.
    package init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        location = Location(account: try row.text("account"), region: try row.text("region"))
        name = try row.text("name")
        visibilityTimeout = try row.integer("visibility_timeout")
        delay = try row.integer("delay")
        retention = try row.integer("retention")
        maximumSize = try row.integer("maximum_size")
        waitTime = try row.integer("wait_time")
        deadLetterTarget = row.optionalText("dead_letter_target")
        maximumReceives = row.optionalInteger("maximum_receives")
        isFIFO = try row.bool("is_fifo")
        deduplicatesContent = try row.bool("deduplicates_content")
    }

    /// The columns that a queue is read from.
    static let columns =
        "id, account, region, name, visibility_timeout, delay, retention, maximum_size, wait_time, "
        + "dead_letter_target, maximum_receives, is_fifo, deduplicates_content"
}
