import LocalServiceKit
import LocalStore

/// Takes messages away that are older than their queue keeps them.
struct MessageRetention {
    private static let interval = Duration.seconds(60)

    /// Begins to look every minute.
    static func start(_ writer: StateWriter, clock: any WallClock) {
        writer.schedule(at: clock.now + interval, key: "sqs-retention", action: sweep)
    }

    @Sendable private static func sweep(_ database: Database) throws(ServiceError) {
        database.schedule(at: database.now + interval, key: "sqs-retention", action: sweep)
        for row in try database.all("SELECT id, retention FROM sqs_queue") {
            let limit = database.now - .seconds(try row.value(Row.integer, of: "retention"))
            // The index is by visibility, which is never before the sending; the rest is found by receives.
            try database.run(
                "DELETE FROM sqs_message WHERE queue = ? AND visible_at <= ?",
                .integer(try row.value(Row.integer, of: "id")),
                .timestamp(limit)
            )
        }
    }
}
