@testable import LocalLambda

extension FunctionInvoker {
    /// Runs the function `fn` and waits for its end.
    func run(_ payload: String = "{}", wantsLogTail: Bool = false) async throws -> InvocationResult {
        let payload = Array(payload.utf8)
        return try await run(Invocation(functionName: "fn", payload: payload, wantsLogTail: wantsLogTail))
    }

    /// Waits for an invocation's end.
    func run(_ invocation: Invocation) async throws -> InvocationResult {
        try await Waiting.answer("end of the invocation") { invoke(invocation, then: $0) }
    }
}

extension FunctionPool {
    /// Ends all processes and waits until they are gone.
    func shutDown() async throws {
        try await Waiting.answer("end of the pool") { done in shutDown { done(()) } }
    }
}

extension InvocationResult {
    /// The payload as text; nil where the function was not run.
    var text: String? {
        switch outcome {
        case .success(let payload), .functionError(let payload): String(decoding: payload, as: UTF8.self)
        case .throttled, .unknownFunction: nil
        }
    }

    var isFunctionError: Bool {
        if case .functionError = outcome { true } else { false }
    }
}
