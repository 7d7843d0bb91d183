/// Decides after each attempt whether there is another, and remembers what was learnt from failures, for all clients that
/// were derived from one.
final class RetryJudge {
    private let timing: ClientTiming
    private let credentials: CredentialCache
    private let maximumAttemptCount: Int?
    private var quotas: [AWSService: RetryQuota] = [:]
    private var clockOffset = ClockOffset()

    /// Makes a judge that has learnt nothing yet.
    init(_ timing: ClientTiming, _ credentials: CredentialCache, maximumAttemptCount: Int?) {
        self.timing = timing
        self.credentials = credentials
        self.maximumAttemptCount = maximumAttemptCount
    }

    /// The time that AWS's clock shows.
    var signingTime: WallTime { clockOffset.corrected(timing.clock.now) }

    /// The time before the next attempt; `nil` when `answer` is final.
    func delay(
        after answer: CallAnswer,
        _ attempt: inout CallAttempt,
        before deadline: Deadline
    ) -> Duration? {
        guard case .failure(let error) = answer.result else {
            quotas[attempt.call.service, default: RetryQuota()].giveBack(attempt.takenTokens)
            return nil
        }
        if correctsClock(error, answer.response, &attempt) || renewsCredentials(error, &attempt) {
            return deadline.hasPassed(at: timing.now()) ? nil : .zero
        }
        return backOff(error, answer.response, &attempt, before: deadline)
    }

    private func correctsClock(
        _ error: AWSError,
        _ response: HTTPResponse?,
        _ attempt: inout CallAttempt
    ) -> Bool {
        guard error.mayComeFromClockSkew, !attempt.hasCorrectedClock, let response else { return false }
        attempt.hasCorrectedClock = true
        return clockOffset.learn(from: response, at: timing.clock.now, signedAt: attempt.signingTime)
    }

    private func renewsCredentials(_ error: AWSError, _ attempt: inout CallAttempt) -> Bool {
        guard error.saysCredentialsExpired, !attempt.hasRenewedCredentials else { return false }
        attempt.hasRenewedCredentials = true
        return credentials.renew()
    }

    private func backOff(
        _ error: AWSError,
        _ response: HTTPResponse?,
        _ attempt: inout CallAttempt,
        before deadline: Deadline
    ) -> Duration? {
        let service = attempt.call.service
        let policy = RetryPolicy(service, maximumAttemptCount: maximumAttemptCount)
        guard error.isRetryable, attempt.count < policy.maximumAttemptCount else { return nil }
        let delay = policy.delay(
            afterAttempt: attempt.count,
            isThrottling: error.isThrottling,
            random: timing.random(),
            serverDelay: response?.serverDelay(at: signingTime)
        )
        if let left = deadline.remaining(at: timing.now()), left <= delay { return nil }
        let tokens = quotas[service, default: RetryQuota()].take(isThrottling: error.isThrottling)
        attempt.takenTokens = tokens ?? 0
        return tokens == nil ? nil : delay
    }
}
