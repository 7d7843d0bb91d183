import LocalStore

/// A request that waits, without a thread.
final class ParkedRequest: Sendable {
    /// Tries again inside an action; nil where there is still nothing to answer.
    typealias Attempt = @Sendable (Database) throws(ServiceError) -> WireValue?

    let attempt: Attempt
    /// What is answered when the time is up.
    let emptyAnswer: Result<WireValue, ServiceError>
    let then: ActionCompletion

    init(
        attempt: @escaping Attempt,
        emptyAnswer: Result<WireValue, ServiceError>,
        then: @escaping ActionCompletion
    ) {
        self.attempt = attempt
        self.emptyAnswer = emptyAnswer
        self.then = then
    }
}
