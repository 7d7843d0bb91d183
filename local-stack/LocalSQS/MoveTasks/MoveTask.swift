import LocalServiceKit
import LocalStore

/// The return of dead letters to where they came from, or to another queue.
struct MoveTask: Codable, Sendable, RowReadable {
    var status: String
    var sourceARN: String
    var destinationARN: String?
    var maxNumberOfMessagesPerSecond: Int?
    var approximateNumberOfMessagesMoved: Int
    var approximateNumberOfMessagesToMove: Int
    var failureReason: String?
    var startedTimestamp: Int

    init(_ row: Row) throws(StoreError) {
        status = try row.text("status")
        sourceARN = try row.text("source")
        destinationARN = row.optionalText("destination")
        maxNumberOfMessagesPerSecond = row.optionalInteger("maximum_rate")
        approximateNumberOfMessagesMoved = try row.integer("moved")
        approximateNumberOfMessagesToMove = try row.integer("to_move")
        failureReason = row.optionalText("failure_reason")
        startedTimestamp = try row.integer("started_at")
    }
}
