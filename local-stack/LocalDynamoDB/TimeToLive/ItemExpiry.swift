import LocalServiceKit
import LocalStore

/// Takes expired items away in the background; until then they can be read, as in the cloud.
enum ItemExpiry {
    private static let interval = Duration.seconds(60)
    /// DynamoDB takes a moment so long ago for a mistake and keeps the item: five years.
    private static let oldest = Duration.seconds(5 * 365 * 86_400)

    /// Begins to look every minute.
    static func start(_ writer: StateWriter, clock: any WallClock) {
        writer.schedule(at: clock.now + interval, key: "dynamodb-expiry", action: sweep)
    }

    @Sendable private static func sweep(_ database: Database) throws(ServiceError) {
        database.schedule(at: database.now + interval, key: "dynamodb-expiry", action: sweep)
        try database.run(
            "DELETE FROM ddb_item WHERE expires_at <= ? AND expires_at > ?",
            .timestamp(database.now),
            .timestamp(database.now - oldest)
        )
        try database.forgetTransactions()
    }
}
