import LocalServiceKit
import LocalStore

/// Takes secrets away whose recovery window is over.
enum SecretDeletion {
    private static let interval = Duration.seconds(60)

    /// Begins to look every minute.
    static func start(_ writer: StateWriter, clock: any WallClock) {
        writer.schedule(at: clock.now + interval, key: "secretsmanager-deletion", action: sweep)
    }

    @Sendable private static func sweep(_ database: Database) throws(ServiceError) {
        database.schedule(at: database.now + interval, key: "secretsmanager-deletion", action: sweep)
        try database.run("DELETE FROM secret WHERE deletion_at <= ?", .timestamp(database.now))
    }
}
