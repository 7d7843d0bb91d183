/// What the metrics' port answers to a request.
struct MetricsPage: Sendable {
    /// What `/metrics` answers.
    let metrics: @Sendable () -> String
    /// Whether the process takes work.
    let isHealthy: @Sendable () -> Bool

    /// The answer to a request's header section, ready to be sent.
    func answer(to head: String) -> [UInt8] {
        let words = head.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
        guard words.count == 3 else { return Self.text(.badRequest, "bad request\n") }
        guard ["GET", "HEAD"].contains(words[0]) else { return Self.text(.methodNotAllowed, "GET only\n") }
        let hasBody = words[0] == "GET"
        switch words[1].prefix(while: { $0 != "?" }) {
        case "/metrics": return Self.text(.ok, metrics(), hasBody: hasBody)
        case "/health" where isHealthy(): return Self.text(.ok, "ok\n", hasBody: hasBody)
        case "/health": return Self.text(.serviceUnavailable, "stopping\n", hasBody: hasBody)
        default: return Self.text(.notFound, "/metrics or /health\n", hasBody: hasBody)
        }
    }

    private static func text(_ status: Status, _ text: String, hasBody: Bool = true) -> [UInt8] {
        let head =
            "HTTP/1.1 \(status.line)\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
            + "Content-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n"
        return Array((head + (hasBody ? text : "")).utf8)
    }

    /// The answers there are (RFC 9110, section 15).
    private enum Status: Int {
        case ok = 200
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case serviceUnavailable = 503

        var line: String { "\(rawValue) \(reason)" }

        private var reason: String {
            switch self {
            case .ok: "OK"
            case .badRequest: "Bad Request"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .serviceUnavailable: "Service Unavailable"
            }
        }
    }
}
