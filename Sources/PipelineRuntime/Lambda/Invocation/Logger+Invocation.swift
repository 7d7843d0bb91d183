extension Logger {
    /// Writes that an invocation, or the start before it, failed, with the fields that AWS's own runtimes write.
    func invocationFailed(_ failure: InvocationFailure, _ message: String = "the invocation failed") {
        error(
            message,
            [
                "errorType": .string(failure.type.text),
                "errorMessage": .string(failure.message),
                "stackTrace": .list(failure.stackTrace.map { .string($0.description) }),
            ]
        )
    }
}
