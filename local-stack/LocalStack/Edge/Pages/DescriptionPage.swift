import LocalGateway
import LocalHTTP

/// The API's description: `GET /openapi.json`, with or without the stage's name before it.
struct DescriptionPage: Page {
    private let document: OpenAPIDocument
    private let stage: String

    /// The description of an API at a stage.
    init(_ document: OpenAPIDocument, stage: String) {
        (self.document, self.stage) = (document, stage)
    }

    func isAt(_ path: String) -> Bool { ["/openapi.json", "/\(stage)/openapi.json"].contains(path) }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let server = "\(request.isSecure ? "https" : "http")://\(request.headers["Host"] ?? "127.0.0.1")"
        let prefix = request.rawPath.dropLast("/openapi.json".count)
        return HTTPResponse(
            status: 200,
            // Browsers load it from pages that show descriptions.
            headers: ["Content-Type": "application/json", "Access-Control-Allow-Origin": "*"],
            body: .bytes(Array(document.text(server: server + prefix).utf8))
        )
    }
}
