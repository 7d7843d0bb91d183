import LocalHTTP
import Testing

@Suite
struct HTTPServerTests {
    private let server: HTTPServer

    init() throws {
        server = try HTTPServer(handler: EchoHandler())
    }

    @Test func `a request is answered from another thread`() throws {
        let client = try RawClient(port: server.port)
        client.send("POST /a%20b?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")
        let answer = try client.readResponse()
        #expect(answer.status == 200)
        #expect(answer.text == "POST /a%20b?x=1 hello")
    }

    @Test(arguments: [
        "5\r\nhello\r\n0\r\n\r\n", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", "5;name=value\r\nhello\r\n0\r\n\r\n",
        "00005\r\nhello\r\n0\r\nTrailer: ignored\r\n\r\n",
    ])
    func `a body in chunks is put together`(body: String) throws {
        let client = try RawClient(port: server.port)
        client.send("PUT /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
        #expect(try client.readResponse().text == "PUT /x hello")
    }

    @Test func `a connection that stands idle is closed after its time, and never without one`() throws {
        var limits = HTTPServerLimits()
        limits.idleSeconds = nil
        let patient = try HTTPServer(limits: limits, handler: EchoHandler())
        limits.idleSeconds = 1
        let strict = try HTTPServer(limits: limits, handler: EchoHandler())
        let clients = try [patient, strict].map { try RawClient(port: $0.port) }
        for client in clients {
            client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(try client.readResponse().status == 200)
        }
        #expect(clients[1].isClosedByServer())
        clients[0].send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try clients[0].readResponse().text == "GET /2 ")
    }

    @Test func `requests sent before their answers are answered in order`() throws {
        let client = try RawClient(port: server.port)
        let requests = (0..<20).map { "POST /\($0) HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab" }
        client.send(requests.joined())
        for number in 0..<20 { #expect(try client.readResponse().text == "POST /\(number) ab") }
    }

    @Test func `a request that comes byte by byte is answered`() throws {
        let client = try RawClient(port: server.port)
        for byte in "PUT /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc".utf8 {
            client.send([byte])
        }
        #expect(try client.readResponse().text == "PUT /slow abc")
    }

    @Test func `a client that ends its side after the request gets the answer`() throws {
        let client = try RawClient(port: server.port)
        client.send("GET /half HTTP/1.1\r\nHost: h\r\n\r\n")
        client.endSending()
        #expect(try client.readResponse().text == "GET /half ")
    }

    @Test func `HEAD has the length but not the body, and the connection goes on`() throws {
        let client = try RawClient(port: server.port)
        client.send("HEAD /1 HTTP/1.1\r\nHost: h\r\n\r\n")
        let head = try client.readResponse(isHead: true)
        #expect(head.head.contains("Content-Length: 8\r\n"))
        client.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.readResponse().text == "GET /2 ")
    }

    @Test func `a client that waits for 100 Continue gets it at once`() throws {
        let client = try RawClient(port: server.port)
        client.send("PUT /e HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        #expect(try client.readResponse().status == 100)
        client.send("ok")
        #expect(try client.readResponse().text == "PUT /e ok")
    }

    @Test func `a target with scheme and host is read as its path`() throws {
        let client = try RawClient(port: server.port)
        client.send("GET http://host:1/path?q HTTP/1.1\r\nHost: host:1\r\n\r\n")
        #expect(try client.readResponse().text == "GET /path?q ")
    }

    @Test func `HTTP 1.0 is answered and its connection ends`() throws {
        let client = try RawClient(port: server.port)
        client.send("GET /old HTTP/1.0\r\n\r\n")
        #expect(try client.readResponse().text == "GET /old ")
        #expect(client.isClosedByServer())
    }

    @Test func `a port that is taken is refused with its number`() {
        let error = #expect(throws: HTTPServerError.self) {
            try HTTPServer(port: server.port, handler: EchoHandler())
        }
        #expect(error == .cannotListen(port: server.port, reason: "Address already in use"))
    }
}
