import LocalHTTP

/// A handler made of two closures.
struct ClosureHandler: HTTPHandler {
    var plan: @Sendable (HTTPRequest) -> BodyPlan = { _ in .memory(maximumByteCount: 1000) }
    var answer: @Sendable (HTTPRequest, Reply) -> Void

    func bodyPlan(for head: HTTPRequest) -> BodyPlan { plan(head) }

    func handle(_ request: HTTPRequest, reply: Reply) { answer(request, reply) }
}

extension HTTPResponse {
    static func text(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, contentType: "text/plain", text: text)
    }
}
