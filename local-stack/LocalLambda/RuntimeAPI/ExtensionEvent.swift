/// What an extension is told of an invocation (`EventNext` of the Extensions API).
struct ExtensionEvent: Encodable {
    struct Tracing: Encodable {
        let type = "X-Amzn-Trace-Id"
        let value: String
    }

    let eventType = "INVOKE"
    let deadlineMs: Int64
    let requestId: String
    let invokedFunctionArn: String
    let tracing: Tracing
}
