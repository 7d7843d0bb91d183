import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `An answer whose body nobody wants` {
    private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"
    private static let tenBytes = "Content-Length: 10\r\n\r\n"
    private static let page = String(repeating: "<p>No</p>", count: 30_000)

    /// What the server does after the request, and the status in it.
    static let answers: [(status: Int, steps: [ScriptedServer.Step])] = [
        (200, [.send("HTTP/1.1 200 OK\r\n" + tenBytes + "0123456789")]),
        (200, [.send("HTTP/1.1 200 OK\r\n" + chunked), .sendForever("3e8\r\n\(page.prefix(1000))\r\n")]),
        (500, [.send("HTTP/1.1 500 No\r\nContent-Length: \(page.utf8.count)\r\n\r\n" + page)]),
        (429, [.send("HTTP/1.1 429 No\r\n\r\n" + page)]),
        (200, [.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"), .drip("slow")]),
        (410, [.send("HTTP/1.1 410 Gone\r\n" + tenBytes), .awaitClose]),
        (204, [.send("HTTP/1.1 204 No\r\n\r\n"), .reset]),
        (200, [.send("HTTP/1.1 200 OK\r\n" + tenBytes + "01"), .reset]),
        (502, [.send("HTTP/1.1 502 No\r\n" + chunked + "zz\r\n")]),
        (200, [.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + tenBytes + "0123456789")]),
    ]

    @Test(arguments: answers)
    func `is its header section, whatever becomes of the body`(
        status: Int,
        steps: [ScriptedServer.Step]
    )
        throws
    {
        let server = try ScriptedServer([.receive] + steps)
        defer { server.stop() }
        let request = HTTPRequest(
            "POST",
            server.url(),
            body: .bytes([1]),
            timeout: .seconds(20),
            maximumResponseByteCount: 5,
            reading: .none
        )
        let response = try CurlTransport().send(request)
        #expect(response.status == status)
        #expect(response.body.isEmpty)
    }

    @Test func `leaves its connection for the next request where the body is short`() throws {
        let answer = ScriptedServer.Step.send("HTTP/1.1 200 OK\r\n" + Self.tenBytes + "0123456789")
        let server = try ScriptedServer([.receive, answer, .receive, answer])
        defer { server.stop() }
        let transport = try CurlTransport()
        for _ in 0..<2 {
            #expect(try transport.send(HTTPRequest("GET", server.url(), reading: .none)).status == 200)
        }
        #expect(server.connectionCount == 1)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n"])
    func `is none without a whole header section`(text: String) throws {
        let server = try ScriptedServer([.receive, .send(text)])
        defer { server.stop() }
        let error = #expect(throws: HTTPError.self) {
            try CurlTransport().send(HTTPRequest("GET", server.url(), reading: .none))
        }
        #expect(error?.kind == .connectionLost)
    }

    @Test func `does not hold up one whose body is wanted`() throws {
        let server = try ScriptedServer([.receive, .send("HTTP/1.1 200 OK\r\n" + Self.tenBytes), .awaitClose])
        let other = try ScriptedServer(
            [.receive, .send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"), .awaitRequests(1), .send("ok")]
        )
        defer {
            server.stop()
            other.stop()
        }
        let results = try CurlTransport().send([
            HTTPRequest("GET", server.url(), reading: .none), HTTPRequest("GET", other.url()),
        ])
        #expect(try results[0].get().status == 200)
        #expect(try results[1].get().body == Array("ok".utf8))
    }
}
