import LocalHTTP

/// Answers requests for a page.
struct PageHandler: HTTPHandler {
    let page: any Page

    func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 65_536) }

    func handle(_ request: HTTPRequest, reply: Reply) {
        guard ["GET", "HEAD"].contains(request.method) else {
            return reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, HEAD"]))
        }
        reply.send(page.answer(request))
    }
}
