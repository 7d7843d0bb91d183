extension HTTPHandler {
    /// Handles a request that was made in this process, as though it had come over the wire.
    ///
    /// The body must be in memory; it takes the way that `bodyPlan(for:)` asks for.
    package func dispatch(_ request: HTTPRequest, then: @escaping @Sendable (HTTPResponse) -> Void) {
        guard case .bytes(let bytes) = request.body else {
            preconditionFailure("a request made in this process has its body in memory")
        }
        var head = request
        head.body = .bytes([])
        if head.headers["Content-Length"] == nil { head.headers["Content-Length"] = String(bytes.count) }
        var receiver = BodyReceiver(plan: bodyPlan(for: head))
        bytes.withUnsafeBytes { receiver.write($0) }
        switch receiver.finish() {
        case .success(let body):
            head.body = body
            handle(head, reply: Reply(then))
        case .failure(let refusal): then(refusal.response)
        }
    }
}
