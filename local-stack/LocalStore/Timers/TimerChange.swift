/// A timer that an action set or took back.
enum TimerChange: Sendable {
    case set(key: String, at: Timestamp, action: @Sendable (Database) throws -> Void)
    case cancel(key: String)
}
