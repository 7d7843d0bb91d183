/// How often and after what time a call is tried again: the standard mode of AWS's SDKs.
struct RetryPolicy: Sendable {
    /// How often a call is tried at most, the first time included.
    let maximumAttemptCount: Int
    private let transientScale: Duration

    private static let throttlingScale = Duration.seconds(1)
    private static let maximumDelay = Duration.seconds(20)
    private static let maximumServerDelay = Duration.seconds(5)

    /// The policy for `service`; DynamoDB answers faster and is asked again sooner.
    init(_ service: AWSService, maximumAttemptCount: Int?) {
        self.maximumAttemptCount = maximumAttemptCount ?? (service == .dynamodb ? 4 : 3)
        transientScale = .milliseconds(service == .dynamodb ? 25 : 50)
    }

    /// The time before the next attempt, with full jitter: anything from nothing to twice the last limit.
    ///
    /// - Parameters:
    ///   - attemptCount: How often the call has been tried.
    ///   - isThrottling: Whether the service asked for fewer calls.
    ///   - random: A number from 0 up to, not including, 1.
    ///   - serverDelay: What the service asked for; followed within five seconds.
    /// - Returns: The time to wait.
    func delay(
        afterAttempt attemptCount: Int,
        isThrottling: Bool,
        random: Double,
        serverDelay: Duration?
    ) -> Duration {
        let scale = isThrottling ? Self.throttlingScale : transientScale
        let limit = min(scale * (1 << min(attemptCount - 1, 16)), Self.maximumDelay)
        let delay = limit * random
        return serverDelay.map { max(delay, min($0, delay + Self.maximumServerDelay)) } ?? delay
    }
}
