import LocalHTTP
import Testing

@Suite
struct HostileRequestTests {
    private let server: HTTPServer

    init() throws {
        // libmicrohttpd overlooks an end that comes together with the last bytes; the time limit ends it.
        var limits = HTTPServerLimits()
        limits.idleSeconds = 1
        server = try HTTPServer(limits: limits, handler: EchoHandler())
    }

    /// After whatever came before, the server answers somebody else.
    private func expectServerLives() throws {
        let client = try RawClient(port: server.port)
        client.send("GET /alive HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.readResponse().text == "GET /alive ")
    }

    @Test(arguments: [
        (400, "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "GET /a\u{1}b HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "GET /\u{E9} HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "GET a HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "GET * HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "G(T /a HTTP/1.1\r\nHost: h\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\nHost: h\r\nBad Name: x\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\nHost: h\r\nName : x\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\nHost: h\r\nName: \u{1}\r\n\r\n"),
        (400, "GET /a HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5, 5\r\n\r\nhello"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
        (
            400,
            "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        (413, "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n"),
        (501, "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n"),
        (400, "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\r\nhello\r\n0\r\n\r\n"),
        (
            413,
            "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello\r\n"
        ),
        (505, "GET /a HTTP/3.7\r\nHost: h\r\n\r\n"),
    ])
    func `a malformed request is refused`(status: Int, request: String) throws {
        let client = try RawClient(port: server.port)
        client.send(request)
        #expect(try client.readResponse().status == status)
        try expectServerLives()
    }

    /// libmicrohttpd 0.9.75 writes the head of this answer twice, the second time as the body of the first.
    @Test(arguments: ["-5", "+5", "0x5", "5, 6", "5 6", "", "5;", "1e1", "99999999999999999999"])
    func `a length that cannot be read ends the connection, and nothing behind it is a request`(
        length: String
    )
        throws
    {
        let client = try RawClient(port: server.port)
        let head = "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: \(length)\r\n\r\n"
        client.send(head + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n")
        let answer = try client.readResponse()
        #expect([400, 413].contains(answer.status))
        #expect(answer.head.lowercased().contains("connection: close"))
        #expect(!client.readToEnd().contains("/smuggled"))
        try expectServerLives()
    }

    @Test(arguments: [431, 414])
    func `a head that is too long is refused`(status: Int) throws {
        let client = try RawClient(port: server.port)
        let filling = String(repeating: "x", count: 200_000)
        client.send(status == 414 ? "GET /\(filling)" : "GET / HTTP/1.1\r\nHost: h\r\nName: \(filling)")
        #expect(try client.readResponse().status == status)
        try expectServerLives()
    }

    @Test func `thousands of short header fields are refused`() throws {
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n" + String(repeating: "a: b\r\n", count: 20_000) + "\r\n")
        #expect([400, 431].contains(try client.readResponse().status))
        try expectServerLives()
    }

    @Test(arguments: [
        "GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a HTTP/1.1\r\nHost: h\0i\r\n\r\n", "\0\0\0\0\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost\0: h\r\n\r\n", "\r\n\r\n\r\n", "GARBAGE\r\n\r\n", "GET\r\n\r\n",
        "GET /a\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}",
    ])
    func `bytes that are no request harm nobody else`(request: String) throws {
        let client = try RawClient(port: server.port)
        client.send(request)
        client.endSending()
        _ = try? client.readResponse()
        try expectServerLives()
    }

    @Test func `a body that is too long is refused and the connection goes on`() throws {
        let client = try RawClient(port: server.port)
        let body = [UInt8](repeating: 7, count: (1 << 20) + 1)
        client.send("PUT /big HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n")
        client.send(body)
        #expect(try client.readResponse().status == 413)
        client.send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.readResponse().text == "GET /next ")
    }

    @Test func `a client that stays silent is disconnected`() throws {
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHo")
        #expect(client.isClosedByServer())
    }
}
