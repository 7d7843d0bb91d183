import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Requests on the wire` {
    private let transport = try? CurlTransport()
    private static let empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

    private func sent(_ make: (ScriptedServer) -> HTTPRequest) throws -> String {
        let server = try ScriptedServer([.receive, .send(Self.empty)])
        defer { server.stop() }
        _ = try #require(transport).send(make(server))
        return try #require(server.requests.first)
    }

    @Test func `a request without body has only the fields it was given, and host`() throws {
        let text = try sent { HTTPRequest("GET", $0.url("/a"), headers: ["X-One": "1"]) }
        let lines = text.split(separator: "\r\n")
        #expect(lines[0] == "GET /a HTTP/1.1")
        #expect(lines[1].hasPrefix("Host: 127.0.0.1:"))
        #expect(lines[2...] == ["X-One: 1"])
    }

    @Test(arguments: [
        "/a/../b//c/./d", "/a%2Fb%20c?x=%7E&y&z=", "/?list-type=2", "/caf%C3%A9/..", "/a?b=c/../d",
    ])
    func `the path and query are sent exactly as written`(target: String) throws {
        let text = try sent { HTTPRequest("GET", $0.url(target)) }
        #expect(text.hasPrefix("GET \(target) HTTP/1.1\r\n"))
    }

    @Test func `a fragment is not sent`() throws {
        #expect(try sent { HTTPRequest("GET", $0.url("/a#b?c")) }.hasPrefix("GET /a HTTP/1.1\r\n"))
    }

    @Test(arguments: ["PUT", "POST", "PATCH", "DELETE"])
    func `a body is sent with its length and without waiting for permission`(method: String) throws {
        let body = String(repeating: "0123456789", count: 20_000)
        let text = try sent { HTTPRequest(method, $0.url(), body: .bytes(Array(body.utf8))) }
        #expect(text.hasPrefix("\(method) / HTTP/1.1\r\n"))
        #expect(text.contains("\r\nContent-Length: 200000\r\n"))
        #expect(!text.lowercased().contains("expect"))
        #expect(!text.lowercased().contains("content-type"))
        #expect(text.hasSuffix("\r\n\r\n" + body))
    }

    @Test func `an empty body announces no bytes`() throws {
        let text = try sent { HTTPRequest("POST", $0.url(), body: .bytes([])) }
        #expect(text.contains("\r\nContent-Length: 0\r\n"))
    }

    @Test func `an empty field is sent as an empty field`() throws {
        #expect(
            try sent { HTTPRequest("GET", $0.url(), headers: ["X-Empty": ""]) }.contains("\r\nX-Empty:\r\n")
        )
    }

    @Test func `a field that curl would add is the caller's when given`() throws {
        let text = try sent {
            HTTPRequest("GET", $0.url(), headers: ["Accept": "text/html", "Host": "elsewhere"])
        }
        #expect(text.contains("\r\nAccept: text/html\r\n"))
        #expect(text.contains("\r\nHost: elsewhere\r\n"))
        #expect(!text.contains("127.0.0.1"))
    }

    @Test func `a file is sent as the body`() throws {
        let directory = try TemporaryDirectory()
        let body = (0..<300_000).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        let path = try directory.write("body", body)
        let text = try sent { HTTPRequest("PUT", $0.url(), body: .file(path: path)) }
        #expect(text.hasSuffix("\r\n\r\n" + String(decoding: body, as: UTF8.self)))
    }

    @Test(arguments: ["missing", "."])
    func `a file that cannot be read fails before anything is sent`(name: String) throws {
        let directory = try TemporaryDirectory()
        let server = try ScriptedServer()
        defer { server.stop() }
        let request = HTTPRequest("PUT", server.url(), body: .file(path: directory.file(name)))
        let error = #expect(throws: HTTPError.self) { try transport?.send(request) }
        #expect(error?.kind == .fileFailed)
        #expect(error?.isRetryable == false)
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: [
        "", "ftp://host/", "http://", "http://user@host/", "http://a b/", "http://h:99999/", "//h/",
    ])
    func `what is no web address is refused before anything is sent`(url: String) {
        let error = #expect(throws: HTTPError.self) { try transport?.send(HTTPRequest("GET", url)) }
        #expect(error?.kind == .invalidURL)
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\u{0}b"])
    func `a field value cannot smuggle another field`(value: String) {
        let request = HTTPRequest("GET", "http://127.0.0.1/", headers: ["X-A": value])
        let error = #expect(throws: HTTPError.self) { try transport?.send(request) }
        #expect(error?.kind == .invalidHeader)
    }

    @Test func `a request goes through the proxy of its scheme`() throws {
        let proxy = try ScriptedServer([.receive, .send(Self.empty)])
        defer { proxy.stop() }
        let transport = try CurlTransport(proxies: HTTPProxies(http: proxy.url()))
        _ = try transport.send(HTTPRequest("GET", "http://images.test/a"))
        #expect(proxy.requests.first?.hasPrefix("GET http://images.test/a HTTP/1.1\r\n") == true)
    }

    @Test func `no proxy is asked for this machine's own addresses`() throws {
        let server = try ScriptedServer([.receive, .send(Self.empty)])
        let proxy = try ScriptedServer()
        defer {
            server.stop()
            proxy.stop()
        }
        let transport = try CurlTransport(proxies: HTTPProxies(http: proxy.url()))
        #expect(try transport.send(HTTPRequest("GET", server.url())).status == 200)
        #expect(proxy.connectionCount == 0)
    }
}
