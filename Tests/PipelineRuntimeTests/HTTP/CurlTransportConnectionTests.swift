import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Connections` {
    private static let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    @Test func `a connection is kept for the next request`() throws {
        let steps = Array(repeating: [ScriptedServer.Step.receive, .send(Self.answer)], count: 3).flatMap {
            $0
        }
        let server = try ScriptedServer(steps)
        defer { server.stop() }
        let transport = try CurlTransport()
        for method in ["GET", "POST", "HEAD"] {
            let body: HTTPRequestBody = method == "POST" ? .bytes([1]) : .none
            #expect(try transport.send(HTTPRequest(method, server.url(), body: body)).status == 200)
        }
        #expect(server.connectionCount == 1)
        #expect(server.requests.map { $0.prefix { $0 != " " } } == ["GET", "POST", "HEAD"])
    }

    @Test func `a kept connection that died is replaced and the body sent again from its start`() throws {
        let server = try ScriptedServer(
            [.receive, .send(Self.answer), .receive, .reset],
            [.receive, .send(Self.answer)]
        )
        defer { server.stop() }
        let transport = try CurlTransport()
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
        _ = try transport.send(HTTPRequest("GET", server.url()))
        #expect(
            try transport.send(HTTPRequest("PUT", server.url(), body: .bytes(body))).body == Array("ok".utf8)
        )
        #expect(server.requests[1].utf8.count == server.requests[2].utf8.count)
        #expect(server.connectionCount == 2)
    }

    @Test func `several requests are under way at once`() throws {
        let steps: [ScriptedServer.Step] = [.receive, .awaitRequests(4), .send(Self.answer)]
        let server = try ScriptedServer(steps, steps, steps, steps)
        defer { server.stop() }
        let transport = try CurlTransport()
        let results = transport.send(
            (0..<4).map { HTTPRequest("GET", server.url("/\($0)"), timeout: .seconds(20)) }
        )
        #expect(try results.map { try $0.get().status } == [200, 200, 200, 200])
        #expect(server.connectionCount == 4)
    }

    @Test func `each of several results is in its request's place`() throws {
        let server = try ScriptedServer([.receive, .send(Self.answer)])
        defer { server.stop() }
        let dead = try LocalSocket.unusedPort()
        let results = try CurlTransport().send([
            HTTPRequest("GET", "nonsense"),
            HTTPRequest("GET", server.url()),
            HTTPRequest("GET", "http://127.0.0.1:\(dead)/"),
        ])
        #expect(results[0].failure?.kind == .invalidURL)
        #expect(try results[1].get().status == 200)
        #expect(results[2].failure?.kind == .connectionFailed)
    }

    @Test func `more requests than may run at once are all answered`() throws {
        let script: [ScriptedServer.Step] = (0..<40).flatMap { _ in [.receive, .send(Self.answer)] }
        let server = try ScriptedServer(
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script,
            script
        )
        defer { server.stop() }
        let results = try CurlTransport().send((0..<40).map { HTTPRequest("GET", server.url("/\($0)")) })
        #expect(results.allSatisfy { $0.failure == nil })
        #expect(server.connectionCount <= 16)
        #expect(server.requests.count == 40)
    }

    @Test func `no request, no result`() throws {
        #expect(try CurlTransport().send([]).isEmpty)
    }
}

extension Result {
    /// The failure, if it is one.
    var failure: Failure? {
        guard case .failure(let error) = self else { return nil }
        return error
    }
}
