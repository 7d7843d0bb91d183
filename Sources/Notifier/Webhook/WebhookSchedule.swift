import StageContracts

/// When a webhook that was not taken is sent again: the example schedule of Standard Webhooks 1.0.0 as far as a queue
/// can hide a message.
enum WebhookSchedule {
    private static let pauses: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
    ]

    /// How often a webhook is sent at most.
    static let maximumAttemptCount = pauses.count + 1

    /// The longest pause that an endpoint can ask for: the schedule's own.
    private static let longestPause = Duration.seconds(36_000)

    /// How long to wait after an attempt.
    ///
    /// - Parameters:
    ///   - count: How many attempts there were.
    ///   - wish: The pause that the endpoint asked for; one shorter than the schedule's changes nothing.
    /// - Returns: The pause; nil when there is no further attempt.
    static func pause(afterAttempt count: Int, wish: Duration? = nil) -> Duration? {
        guard (1...pauses.count).contains(count) else { return nil }
        return max(pauses[count - 1], min(wish ?? .zero, longestPause))
    }
}
