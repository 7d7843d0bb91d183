import LocalHTTP

/// Answers `GET /metrics` to Prometheus.
struct MetricsHandler: HTTPHandler {
    let store: MetricsStore

    /// Whether a request asks for the metrics; a bucket of that name can still be reached by signed requests.
    static func answers(_ head: HTTPRequest) -> Bool {
        head.rawPath == "/metrics" && !ServiceRequest.isOne(head)
    }

    func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 65_536) }

    func handle(_ request: HTTPRequest, reply: Reply) {
        guard ["GET", "HEAD"].contains(request.method) else {
            return reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, HEAD"]))
        }
        let type = "text/plain; version=0.0.4; charset=utf-8"
        reply.send(HTTPResponse(status: 200, contentType: type, text: store.page))
    }
}
