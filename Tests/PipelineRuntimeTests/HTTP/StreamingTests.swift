import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Streaming a response` {
    private static let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test func `pieces are handed over while the response goes on`() throws {
        // The server sends the second piece only after a request that the receiver makes on getting the first.
        let server = try ScriptedServer(
            [.receive, .send(Self.head + "2\r\nab\r\n"), .awaitRequests(2), .send("1\r\nc\r\n0\r\n\r\n")],
            [.receive, .send("HTTP/1.1 204 No\r\n\r\n")]
        )
        defer { server.stop() }
        var pieces: [String] = []
        let response = try CurlTransport().stream(HTTPRequest("GET", server.url())) { bytes in
            pieces.append(String(decoding: bytes, as: UTF8.self))
            if pieces.count == 1 { _ = try? CurlTransport().send(HTTPRequest("GET", server.url())) }
            return true
        }
        #expect(pieces == ["ab", "c"])
        #expect(response.status == 200 && response.body.isEmpty)
        #expect(response.headers["content-type"] == "text/plain")
    }

    @Test func `a receiver that has enough ends the transfer without an error`() throws {
        let server = try ScriptedServer([.receive, .send(Self.head + "2\r\nab\r\n"), .awaitClose])
        defer { server.stop() }
        let response = try CurlTransport().stream(HTTPRequest("GET", server.url())) { _ in false }
        #expect(response.status == 200)
    }

    @Test func `a connection that breaks off is an error after the pieces that came`() throws {
        let server = try ScriptedServer([.receive, .send(Self.head + "2\r\nab\r\n")])
        defer { server.stop() }
        var byteCount = 0
        let error = #expect(throws: HTTPError.self) {
            try CurlTransport().stream(HTTPRequest("GET", server.url())) { bytes in
                byteCount += bytes.count
                return true
            }
        }
        #expect(error?.kind == .connectionLost)
        #expect(byteCount == 2)
    }

    @Test func `an error's body goes to memory and not to the receiver`() throws {
        let text = "HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno"
        let server = try ScriptedServer([.receive, .send(text)])
        defer { server.stop() }
        let response = try CurlTransport().stream(HTTPRequest("GET", server.url())) { _ in
            Issue.record("the receiver was called")
            return true
        }
        #expect(response.status == 404 && response.body == Array("no".utf8))
    }
}
