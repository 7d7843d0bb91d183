/// Where a runtime stands in its talk with the Runtime API.
///
/// The names and the transitions are those of AWS's own emulator (aws-lambda-runtime-interface-emulator, `core/states.go`).
struct RuntimeState: Hashable, Sendable {
    /// A step of the talk.
    enum Phase: String, Sendable {
        case started = "Started"
        case initializationFailed = "InitError"
        case ready = "Ready"
        case running = "Running"
        case responseSent = "RuntimeResponseSentState"
    }

    /// What a request would lead to, by the name that a refusal gives it.
    private enum Target: String {
        case ready = "Ready"
        case response = "InvocationResponse"
        case error = "InvocationErrorResponse"
        case initializationError = "InitError"
    }

    /// The step that was reached.
    private(set) var phase = Phase.started
    /// The invocation that was handed out last.
    private(set) var requestID: String?

    /// The runtime asks for work; while an invocation runs, it gets the same again.
    mutating func askForNext() throws(RuntimeAPIError) {
        switch phase {
        case .started, .ready, .responseSent: phase = .ready
        case .running: break
        case .initializationFailed: throw refusal(.ready)
        }
    }

    /// The platform hands out an invocation.
    mutating func begin(_ requestID: String) {
        precondition(phase == .ready, "only a runtime that waits can be given an invocation")
        phase = .running
        self.requestID = requestID
    }

    /// The runtime answers an invocation.
    mutating func respond(to requestID: String) throws(RuntimeAPIError) {
        try end(requestID, .response)
    }

    /// The runtime reports that an invocation failed.
    mutating func reportError(of requestID: String) throws(RuntimeAPIError) {
        try end(requestID, .error)
    }

    /// The runtime reports that it cannot start.
    mutating func reportInitializationError() throws(RuntimeAPIError) {
        guard phase == .started else { throw refusal(.initializationError) }
        phase = .initializationFailed
    }

    /// The id is looked at before the step, so that a refused request changes nothing.
    private mutating func end(_ requestID: String, _ target: Target) throws(RuntimeAPIError) {
        guard requestID == self.requestID else { throw .invalidRequestID }
        guard phase == .running else { throw refusal(target) }
        phase = .responseSent
    }

    private func refusal(_ target: Target) -> RuntimeAPIError {
        .invalidStateTransition(from: phase.rawValue, to: target.rawValue)
    }
}
