import LocalGateway
import LocalHTTP

/// Serves the API's description: `GET /openapi.json`, with or without the stage's name before it.
struct DescriptionHandler: HTTPHandler {
    private let document: OpenAPIDocument
    private let stage: String

    /// A handler for the description of an API at a stage.
    init(_ document: OpenAPIDocument, stage: String) {
        (self.document, self.stage) = (document, stage)
    }

    /// Whether a request asks for the description.
    func answers(_ head: HTTPRequest) -> Bool {
        ["/openapi.json", "/\(stage)/openapi.json"].contains(head.rawPath) && !ServiceRequest.isOne(head)
    }

    func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 65_536) }

    func handle(_ request: HTTPRequest, reply: Reply) {
        guard ["GET", "HEAD"].contains(request.method) else {
            return reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, HEAD"]))
        }
        let server = "\(request.isSecure ? "https" : "http")://\(request.headers["Host"] ?? "127.0.0.1")"
        let prefix = request.rawPath.dropLast("/openapi.json".count)
        reply.send(
            HTTPResponse(
                status: 200,
                // Browsers load it from pages that show descriptions.
                headers: ["Content-Type": "application/json", "Access-Control-Allow-Origin": "*"],
                body: .bytes(Array(document.text(server: server + prefix).utf8))
            )
        )
    }
}
