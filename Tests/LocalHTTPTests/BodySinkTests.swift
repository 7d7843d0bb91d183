import LocalHTTP
import Testing

/// Notes what it is given; refuses a body with an `x` in it, and one without an end as it is told.
private final class NotingSink: BodySink {
    private let journal: Journal

    init(journal: Journal) {
        self.journal = journal
    }

    deinit {
        journal.note("released")
    }

    func write(_ chunk: UnsafeRawBufferPointer) throws(BodyRefusal) {
        journal.note("write \(String(decoding: chunk, as: UTF8.self))")
        if chunk.contains(UInt8(ascii: "x")) {
            throw BodyRefusal(HTTPResponse(status: 422, contentType: "text/plain", text: "no x"))
        }
    }

    func finish() throws(BodyRefusal) {
        journal.note("finish")
    }
}

@Suite
struct BodySinkTests {
    private let journal = Journal()
    private let server: HTTPServer

    init() throws {
        let journal = journal
        let handler = ClosureHandler { head in
            head.method == "PATCH"
                ? .refuse(HTTPResponse(status: 405, contentType: "text/plain", text: "no"))
                : .sink(NotingSink(journal: journal))
        } answer: { request, reply in
            guard case .received(let sink) = request.body else { return }
            reply.send(.text("\(sink is NotingSink)"))
        }
        server = try HTTPServer(handler: handler)
    }

    @Test func `a sink gets the body as it arrives, and the handler gets the sink`() throws {
        let client = try RawClient(port: server.port)
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nab")
        #expect(journal.wait(for: 1) == ["write ab"])
        client.send("cd")
        #expect(try client.readResponse().text == "true")
        #expect(journal.wait(for: 3) == ["write ab", "write cd", "finish", "released"])
    }

    @Test func `after a refusal the rest is discarded and the answer is the sink's`() throws {
        let client = try RawClient(port: server.port)
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nax")
        #expect(journal.wait(for: 2) == ["write ax", "released"])
        client.send("more")
        let answer = try client.readResponse()
        #expect(answer.status == 422)
        #expect(answer.text == "no x")
    }

    @Test func `a client that leaves in the middle of a body releases the sink unfinished`() throws {
        let client = try RawClient(port: server.port)
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nab")
        _ = journal.wait(for: 1)
        client.close()
        #expect(journal.wait(for: 1) == ["write ab", "released"])
    }

    @Test func `a refused head is answered in place of 100 Continue`() throws {
        let client = try RawClient(port: server.port)
        client.send("PATCH / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n")
        #expect(try client.readResponse().status == 405)
    }

    @Test func `a refused head without Expect is answered after its body`() throws {
        let client = try RawClient(port: server.port)
        client.send("PATCH / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbodyPUT / HTTP/1.1\r\n")
        #expect(try client.readResponse().status == 405)
        client.send("Host: h\r\nContent-Length: 0\r\n\r\n")
        #expect(try client.readResponse().text == "true")
    }
}
