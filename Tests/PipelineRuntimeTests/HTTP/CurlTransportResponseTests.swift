import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Responses from the wire` {
    private let transport = try? CurlTransport()

    private func answer(
        _ text: String,
        _ change: (inout HTTPRequest) -> Void = { _ in }
    ) throws -> HTTPResponse {
        try answer([.receive, .send(text)], change)
    }

    private func answer(
        _ steps: [ScriptedServer.Step],
        _ change: (inout HTTPRequest) -> Void = { _ in }
    ) throws -> HTTPResponse {
        let server = try ScriptedServer(steps)
        defer { server.stop() }
        var request = HTTPRequest("GET", server.url())
        change(&request)
        return try #require(transport).send(request)
    }

    private func failure(
        _ steps: [ScriptedServer.Step],
        _ change: (inout HTTPRequest) -> Void = { _ in }
    ) -> HTTPError? {
        #expect(throws: HTTPError.self) { try answer(steps, change) }
    }

    @Test func `status, fields and body are read`() throws {
        let text =
            "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nX-A:  one \r\nx-a: two\r\nX-Empty:\r\n\r\nno"
        let response = try answer(text)
        #expect(response.status == 404)
        #expect(!response.isSuccess)
        #expect(response.headers["X-a"] == "one")
        #expect(response.headers.values(of: "X-A") == ["one", "two"])
        #expect(response.headers["x-empty"] == "")
        #expect(response.body == Array("no".utf8))
    }

    @Test func `interim answers are skipped`() throws {
        let response = try answer(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
        )
        #expect(response.status == 200)
        #expect(response.headers["Link"] == nil)
        #expect(response.body == [UInt8(ascii: "a")])
    }

    @Test func `a chunked body is joined and its trailers are no fields`() throws {
        let response = try answer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n"
        )
        #expect(response.body == Array("abcde".utf8))
        #expect(response.headers["X-Trailer"] == nil)
    }

    @Test func `a body without length ends with the connection`() throws {
        #expect(try answer("HTTP/1.0 200 OK\r\n\r\nall of it").body == Array("all of it".utf8))
    }

    @Test func `an answer to HEAD has no body whatever it announces`() throws {
        let response = try answer("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n") {
            $0.method = "HEAD"
            $0.maximumResponseByteCount = 10
        }
        #expect(response.headers["Content-Length"] == "5000000")
        #expect(response.body.isEmpty)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "",
    ])
    func `a truncated response is a lost connection`(text: String) {
        let error = failure([.receive, .send(text)])
        #expect(error?.kind == .connectionLost)
        #expect(error?.isRetryable == true)
    }

    @Test func `a reset is a lost connection`() {
        #expect(failure([.receive, .reset])?.kind == .connectionLost)
        #expect(
            failure([.receive, .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .reset])?.kind
                == .connectionLost
        )
    }

    @Test(arguments: ["220 mail ready\r\n\r\n", "HTTP/9.9 what\r\n\r\n", "\u{1}\u{2}\u{3}\r\n\r\n"])
    func `what is no HTTP is a malformed response`(text: String) {
        #expect(failure([.receive, .send(text)])?.kind == .malformedResponse)
    }

    @Test(arguments: [(1, 200_000), (3_000, 100)])
    func `a header section without measure is refused`(fieldCount: Int, byteCount: Int) {
        let field = "X-A: " + String(repeating: "a", count: byteCount) + "\r\n"
        let head =
            "HTTP/1.1 200 OK\r\n" + String(repeating: field, count: fieldCount) + "Content-Length: 0\r\n\r\n"
        #expect(failure([.receive, .send(head)])?.kind == .malformedResponse)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"])
    func `an answer that does not come in time is a time-out`(text: String) {
        let error = failure([.receive, .send(text), .awaitClose]) { $0.timeout = .milliseconds(60) }
        #expect(error?.kind == .timedOut)
        #expect(error?.isRetryable == true)
    }

    @Test func `an answer that stands still is a time-out`() {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"
        let error = failure([.receive, .send(text), .awaitClose]) { $0.stallTimeout = .milliseconds(10) }
        #expect(error?.kind == .timedOut)
    }

    @Test func `without time left nothing is sent`() throws {
        let server = try ScriptedServer()
        defer { server.stop() }
        let error = #expect(throws: HTTPError.self) {
            try transport?.send(HTTPRequest("GET", server.url(), timeout: .zero))
        }
        #expect(error?.kind == .timedOut)
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n",
        "HTTP/1.1 500 No\r\nContent-Length: 65537\r\n\r\n",
    ])
    func `a body over the limit is refused while it comes`(text: String) {
        let error = failure([.receive, .send(text), .awaitClose]) { $0.maximumResponseByteCount = 5 }
        #expect(error?.kind == .responseTooLarge)
        #expect(error?.isRetryable == false)
    }

    @Test func `a refusal may say more than a small object`() throws {
        let response = try answer("HTTP/1.1 404 No\r\nContent-Length: 6\r\n\r\nabcdef") {
            $0.maximumResponseByteCount = 5
        }
        #expect(response.body.count == 6)
    }

    @Test func `a body of exactly the limit is accepted`() throws {
        let response = try answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde") {
            $0.maximumResponseByteCount = 5
        }
        #expect(response.body.count == 5)
    }

    @Test func `a port where nobody listens is a failed connection`() throws {
        let port = try LocalSocket.unusedPort()
        let error = #expect(throws: HTTPError.self) {
            try transport?.send(HTTPRequest("GET", "http://127.0.0.1:\(port)/"))
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.isRetryable == true)
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
    func `a private address is refused where only public ones are wanted`(host: String) throws {
        let server = try ScriptedServer()
        defer { server.stop() }
        let url = "http://\(host):\(server.port)/"
        let error = #expect(throws: HTTPError.self) {
            try transport?.send(HTTPRequest("GET", url, addressPolicy: .publicOnly))
        }
        #expect(error?.kind == .forbiddenAddress)
        #expect(server.connectionCount == 0)
    }
}
