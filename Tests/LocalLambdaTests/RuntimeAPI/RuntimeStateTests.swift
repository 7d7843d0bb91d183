import Testing

@testable import LocalLambda

@Suite struct RuntimeStateTests {
    /// What a runtime may do.
    enum Step: Sendable {
        case next, begin, respond, fail, wrongID, initializationError
    }

    private func after(_ steps: [Step]) throws(RuntimeAPIError) -> RuntimeState {
        var state = RuntimeState()
        for step in steps { try apply(step, to: &state) }
        return state
    }

    private func apply(_ step: Step, to state: inout RuntimeState) throws(RuntimeAPIError) {
        switch step {
        case .next: try state.askForNext()
        case .begin: state.begin("1")
        case .respond: try state.respond(to: "1")
        case .fail: try state.reportError(of: "1")
        case .wrongID: try state.respond(to: "2")
        case .initializationError: try state.reportInitializationError()
        }
    }

    @Test(
        arguments: [
            ([], RuntimeState.Phase.started),
            ([.next], .ready),
            ([.next, .next], .ready),
            ([.next, .begin], .running),
            ([.next, .begin, .next], .running),
            ([.next, .begin, .respond], .responseSent),
            ([.next, .begin, .fail], .responseSent),
            ([.next, .begin, .respond, .next], .ready),
            ([.initializationError], .initializationFailed),
        ] as [([Step], RuntimeState.Phase)]
    )
    func `a runtime that keeps the order is led on`(steps: [Step], phase: RuntimeState.Phase) throws {
        #expect(try after(steps).phase == phase)
    }

    @Test(
        arguments: [
            ([.initializationError], .next, "InitError", "Ready"),
            ([.initializationError], .initializationError, "InitError", "InitError"),
            ([.next], .initializationError, "Ready", "InitError"),
            ([.next, .begin], .initializationError, "Running", "InitError"),
            ([.next, .begin, .respond], .respond, "RuntimeResponseSentState", "InvocationResponse"),
            ([.next, .begin, .respond], .fail, "RuntimeResponseSentState", "InvocationErrorResponse"),
            ([.next, .begin, .fail, .next], .respond, "Ready", "InvocationResponse"),
        ] as [([Step], Step, String, String)]
    )
    func `a call out of order is refused and changes nothing`(
        steps: [Step],
        call: Step,
        from: String,
        to: String
    ) throws {
        var state = try after(steps)
        let before = state
        #expect(throws: RuntimeAPIError.invalidStateTransition(from: from, to: to)) {
            try apply(call, to: &state)
        }
        #expect(state == before)
    }

    @Test(
        arguments: [
            ([], .respond), ([.next], .respond), ([.next, .begin], .wrongID),
            ([.next, .begin, .respond], .wrongID),
        ] as [([Step], Step)]
    )
    func `an id that is not the invocation's is refused before the order is looked at`(
        steps: [Step],
        call: Step
    ) throws {
        var state = try after(steps)
        #expect(throws: RuntimeAPIError.invalidRequestID) { try apply(call, to: &state) }
    }
}
