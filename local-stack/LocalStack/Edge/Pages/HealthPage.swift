import FoundationEssentials
import LocalHTTP

/// Says how the stack is: `GET /health` where no API of the template has that path, and `GET /_localstack/health` in the shape that LocalStack's users know.
struct HealthPage: Page {
    /// The answer to everything while the stack starts.
    static let starting = HTTPResponse(
        status: 503,
        headers: ["Content-Type": "application/json", "Retry-After": "1"],
        body: .bytes(Array(#"{"status":"starting"}"#.utf8))
    )

    /// Where health is asked for; a template's API may answer there itself.
    static let path = "/health"

    private static let paths = [path, "/_localstack/health"]
    private static let services = [
        "apigateway", "dynamodb", "lambda", "s3", "secretsmanager", "ses", "sns", "sqs", "sts",
    ]

    func isAt(_ path: String) -> Bool { Self.paths.contains(path) }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        request.rawPath == Self.path ? Self.answer(Ready()) : Self.answer(LocalStackHealth())
    }

    private static func answer(_ body: some Encodable) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(body) else { preconditionFailure("health is always encodable") }
        return HTTPResponse(
            status: 200,
            headers: ["Content-Type": "application/json"],
            body: .bytes(Array(data))
        )
    }

    private struct Ready: Encodable {
        let status = "ready"
        let version = CommandLineRequest.version
    }

    private struct LocalStackHealth: Encodable {
        let services = Dictionary(uniqueKeysWithValues: HealthPage.services.map { ($0, "running") })
        let edition = "community"
        let version = CommandLineRequest.version
    }
}
