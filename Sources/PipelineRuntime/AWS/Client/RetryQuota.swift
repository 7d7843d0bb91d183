/// Limits retries while a service is down: they cost tokens, and only success brings tokens back.
struct RetryQuota: Sendable {
    private var tokens = capacity

    private static let capacity = 500
    private static let transientCost = 14
    private static let throttlingCost = 5

    /// Takes the tokens of one retry.
    ///
    /// - Returns: The number taken; `nil` when too few are left.
    mutating func take(isThrottling: Bool) -> Int? {
        let cost = isThrottling ? Self.throttlingCost : Self.transientCost
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    /// Gives back what the last retry of a call took that has now succeeded; one token for a call without retries.
    mutating func giveBack(_ taken: Int) {
        tokens = min(Self.capacity, tokens + max(1, taken))
    }
}
