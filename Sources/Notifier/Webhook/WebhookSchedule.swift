import StageContracts

/// When a webhook that was not taken is sent again: the example schedule of Standard Webhooks 1.0.0 as far as a queue
/// can hide a message.
enum WebhookSchedule {
    private static let pauses: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
    ]

    /// How often a webhook is sent at most.
    static let maximumAttemptCount = pauses.count + 1

    /// When the next attempt is due; nil when there is none any more.
    ///
    /// - Parameter notification: What is known of the last attempt.
    /// - Returns: The moment.
    static func nextAttempt(after notification: Notification) -> Timestamp? {
        let count = notification.attempts ?? 1
        guard (1...pauses.count).contains(count) else { return nil }
        let pause = Int(pauses[count - 1] / .milliseconds(1))
        return Timestamp(milliseconds: notification.at.milliseconds + pause)
    }
}
