import LocalStore

/// A request that waits for messages, without a thread.
final class ParkedRequest: Sendable {
    /// Tries again inside an action; nil where there is still nothing to answer.
    typealias Attempt = @Sendable (Database) throws -> WireValue?

    let attempt: Attempt
    /// What is answered when the time is up.
    let emptyAnswer: WireValue
    let then: ActionRunner.Completion

    init(attempt: @escaping Attempt, emptyAnswer: WireValue, then: @escaping ActionRunner.Completion) {
        self.attempt = attempt
        self.emptyAnswer = emptyAnswer
        self.then = then
    }
}
