import LocalHTTP
import Synchronization
import Testing

@Suite
struct ResponseStreamTests {
    private static func server(
        _ streams: StreamShelf,
        maximumPendingByteCount: Int = 1 << 20
    ) throws -> HTTPServer {
        try HTTPServer(
            handler: ClosureHandler { request, reply in
                guard request.rawPath == "/stream" else { return reply.send(.text("alive")) }
                let stream = ResponseStream(maximumPendingByteCount: maximumPendingByteCount) {
                    streams.journal.note("closed")
                }
                stream.write(Array("hello\n".utf8))
                streams.keep(stream)
                let headers: HTTPHeaders = ["Content-Type": "text/event-stream"]
                reply.send(HTTPResponse(status: 200, headers: headers, body: .stream(stream)))
            }
        )
    }

    private static func open(_ server: HTTPServer, _ method: String = "GET") throws -> RawClient {
        let client = try RawClient(port: server.port)
        client.send("\(method) /stream HTTP/1.1\r\nHost: h\r\n\r\n")
        return client
    }

    @Test func `bytes come while the answer goes on, and the connection serves on after its end`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let client = try Self.open(server)
        let head = try client.readResponse().head
        #expect(head.contains("Transfer-Encoding: chunked"))
        #expect(!head.contains("Content-Length"))
        #expect(try client.readChunk() == "hello\n")
        for text in ["one", "two"] {
            shelf.streams[0].write(Array(text.utf8))
            #expect(try client.readChunk() == text)
        }
        shelf.streams[0].finish()
        shelf.streams[0].write(Array("too late".utf8))
        #expect(try client.readChunk() == "")
        #expect(shelf.journal.wait(for: 1) == ["closed"])
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.readResponse().text == "alive")
    }

    @Test func `a question for the head alone ends at once`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let client = try Self.open(server, "HEAD")
        #expect(try client.readResponse(isHead: true).status == 200)
        #expect(shelf.journal.wait(for: 1) == ["closed"])
    }

    @Test func `clients that leave are noticed at once, while nothing is sent`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let stays = try Self.open(server)
        _ = try stays.readResponse()
        #expect(try stays.readChunk() == "hello\n")
        for count in 1...20 {
            // Each has the socket's number that the one before had.
            let client = try Self.open(server)
            _ = try client.readResponse()
            _ = try client.readChunk()
            client.close()
            #expect(shelf.journal.wait(for: 1).count == count)
        }
        shelf.streams[0].write(Array("still there".utf8))
        #expect(try stays.readChunk() == "still there")
    }

    @Test func `a client that sends no more gets the end`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let client = try Self.open(server)
        _ = try client.readResponse()
        client.endSending()
        #expect(try client.readChunk() == "hello\n")
        #expect(try client.readChunk() == "")
        #expect(shelf.journal.wait(for: 1) == ["closed"])
    }

    @Test func `a client that leaves after the end of its stream is nobody's concern`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let client = try Self.open(server)
        _ = try client.readResponse()
        shelf.streams[0].finish()
        while try !client.readChunk().isEmpty {}
        #expect(shelf.journal.wait(for: 1) == ["closed"])
        let other = try Self.open(server)
        _ = try other.readResponse()
        _ = try other.readChunk()
        client.close()
        shelf.streams[1].write(Array("still there".utf8))
        #expect(try other.readChunk() == "still there")
    }

    @Test func `a client that does not read gets what waits and then an end`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf, maximumPendingByteCount: 100_000)
        let client = try Self.open(server)
        _ = try client.readResponse()
        #expect(try client.readChunk() == "hello\n")
        let block = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
        for _ in 0..<1000 { shelf.streams[0].write(block) }
        var received = 0
        while case let chunk = try client.readChunk(), !chunk.isEmpty { received += chunk.utf8.count }
        #expect(received >= 100_000)
        #expect(received < 100_000_000)
        #expect(shelf.journal.wait(for: 1) == ["closed"])
    }

    @Test func `a server that stops ends what it streams`() throws {
        let shelf = StreamShelf()
        let server = try Self.server(shelf)
        let clients = try (0..<5).map { _ in try Self.open(server) }
        for client in clients {
            _ = try client.readResponse()
            #expect(try client.readChunk() == "hello\n")
        }
        server.stop()
        for client in clients { #expect(try client.readChunk() == "") }
        #expect(shelf.journal.wait(for: 5).count == 5)
        shelf.streams[0].write([1])
    }

    @Test func `a stream that nobody takes is closed`() {
        let journal = Journal()
        let reply = Reply { _ in }
        reply.send(.text("first"))
        do {
            let stream = ResponseStream { journal.note("closed") }
            reply.send(HTTPResponse(status: 200, body: .stream(stream)))
        }
        #expect(journal.wait(for: 1) == ["closed"])
    }
}

/// The streams of a server, in the order in which they were asked for.
private final class StreamShelf: Sendable {
    let journal = Journal()
    private let kept = Mutex<[ResponseStream]>([])

    var streams: [ResponseStream] { kept.withLock { $0 } }

    func keep(_ stream: ResponseStream) { kept.withLock { $0.append(stream) } }
}
