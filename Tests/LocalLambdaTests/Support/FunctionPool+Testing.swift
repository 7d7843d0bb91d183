@testable import LocalLambda

extension FunctionInvoker {
    /// Runs the function `fn` and waits for its end.
    func run(_ payload: String = "{}", wantsLogTail: Bool = false) async -> InvocationResult {
        await withCheckedContinuation { continuation in
            let invocation = Invocation(
                functionName: "fn",
                payload: Array(payload.utf8),
                wantsLogTail: wantsLogTail
            )
            invoke(invocation) { continuation.resume(returning: $0) }
        }
    }
}

extension FunctionPool {
    /// Ends all processes and waits until they are gone.
    func shutDown() async {
        await withCheckedContinuation { continuation in
            shutDown { continuation.resume() }
        }
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
