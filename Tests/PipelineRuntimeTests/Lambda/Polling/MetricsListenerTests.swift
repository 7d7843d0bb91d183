import Glibc
import Testing

@testable import PipelineRuntime

@Suite(.timeLimit(.minutes(1))) struct `The port for metrics` {
    private let port: Int

    init() throws {
        port = try Self.listeningPort(patience: .seconds(2))
    }

    private static func listeningPort(patience: Duration) throws -> Int {
        let page = MetricsPage(metrics: { "jobs_total 1\n" }, isHealthy: { true })
        let listener = try #require(MetricsListener(port: 0, page: page, patience: patience))
        // Its thread ends with the tests' process, as it ends with a worker's.
        try PosixThread { listener.run() }.detach()
        return listener.port
    }

    /// The whole answer to what is sent.
    private func answer(_ request: String, port other: Int? = nil) throws -> String {
        let client = try LocalSocket.connected(to: other ?? port)
        defer { close(client) }
        LocalSocket.send(client, Array(request.utf8))
        return LocalSocket.rest(client)
    }

    @Test(arguments: [
        ("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n", "200 OK", "jobs_total 1\n"),
        ("GET /health?a=b HTTP/1.1\r\n\r\n", "200 OK", "ok\n"),
        ("HEAD /health HTTP/1.1\r\n\r\n", "200 OK", ""),
        ("GET / HTTP/1.1\r\n\r\n", "404 Not Found", "/metrics or /health\n"),
        ("POST /health HTTP/1.1\r\n\r\n", "405 Method Not Allowed", "GET only\n"),
        ("\r\n\r\n", "400 Bad Request", "bad request\n"),
    ])
    func `answers what it is asked for`(request: String, status: String, body: String) throws {
        let text = try answer(request)
        #expect(text.hasPrefix("HTTP/1.1 \(status)\r\n"))
        #expect(text.hasSuffix("\r\n\r\n" + body))
    }

    @Test func `takes a request in pieces, and ends one without end`() throws {
        let client = try LocalSocket.connected(to: port)
        defer { close(client) }
        for piece in ["GET /hea", "lth HTTP/1.1\r\n", "\r", "\n"] {
            LocalSocket.send(client, Array(piece.utf8))
            #expect(try answer("GET /health HTTP/1.1\r\n\r\n").hasSuffix("ok\n"))
        }
        #expect(LocalSocket.rest(client).hasSuffix("ok\n"))
        #expect(try answer("GET /" + String(repeating: "x", count: 9000)) == "")
    }

    @Test(arguments: [5, 3 * MetricsListener.maximumConnectionCount])
    func `is not held up by clients that stay silent`(count: Int) throws {
        // One of them alone would be waited for longer than the test may take.
        let port = try Self.listeningPort(patience: .seconds(3600))
        let silent = try (0..<count).map { _ in try LocalSocket.connected(to: port) }
        defer { for client in silent { close(client) } }
        for _ in 0..<10 { #expect(try answer("GET /health HTTP/1.1\r\n\r\n", port: port).hasSuffix("ok\n")) }
    }

    @Test func `lets go of a client that stays silent`() throws {
        let client = try LocalSocket.connected(to: port)
        defer { close(client) }
        #expect(LocalSocket.rest(client) == "")
    }
}
