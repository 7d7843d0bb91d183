import FoundationEssentials
import LocalHTTP
import Synchronization
import Testing

@Suite
struct ReplyTests {
    private func answer(
        _ handle: @escaping @Sendable (HTTPRequest, Reply) -> Void
    ) throws -> RawClient.Response {
        let server = try HTTPServer(handler: ClosureHandler(answer: handle))
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        return try client.readResponse()
    }

    @Test func `the first answer wins`() throws {
        let answer = try answer { _, reply in
            reply.send(.text("first"))
            reply.send(.text("second"))
        }
        #expect(answer.text == "first")
    }

    @Test func `a request that nobody answers gets a 500`() throws {
        #expect(try answer { _, _ in }.status == 500)
    }

    @Test func `a header value cannot begin another header`() throws {
        let answer = try answer { _, reply in
            var response = HTTPResponse.text("x")
            response.headers.append("Good", "a\tb")
            response.headers.append("Bad", "a\r\nInjected: b")
            response.headers.append("Content-Length", "77")
            reply.send(response)
        }
        #expect(answer.head.contains("Good: a b\r\n"))
        #expect(!answer.head.contains("Injected"))
        #expect(answer.head.contains("Content-Length: 1\r\n"))
    }

    @Test func `a part of a file is sent from the disk`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try Data(bytes).write(to: URL(filePath: path))
        let answer = try answer { _, reply in
            reply.send(HTTPResponse(status: 206, body: .file(path: path, offset: 1000, count: 200_000)))
        }
        #expect(answer.status == 206)
        #expect(answer.body == Array(bytes[1000..<201_000]))
    }

    @Test func `a file that is gone is a 500`() throws {
        let answer = try answer { _, reply in
            reply.send(HTTPResponse(status: 200, body: .file(path: "/no/such/file", offset: 0, count: 5)))
        }
        #expect(answer.status == 500)
        #expect(answer.body.isEmpty)
    }

    @Test func `a server that stops answers those who wait`() throws {
        let kept = Mutex<[Reply]>([])
        let journal = Journal()
        let server = try HTTPServer(
            handler: ClosureHandler { _, reply in
                kept.withLock { $0.append(reply) }
                journal.note("waiting")
            }
        )
        let clients = try (0..<5).map { _ in try RawClient(port: server.port) }
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n") }
        _ = journal.wait(for: 5)
        server.stop()
        for client in clients {
            #expect(try client.readResponse().status == 503)
            #expect(client.isClosedByServer())
        }
        // Too late, and harmless.
        for reply in kept.withLock({ $0 }) { reply.send(.text("late")) }
        #expect(throws: RawClient.Failure.self) { try RawClient(port: server.port) }
    }

    @Test func `a client that leaves while it waits harms nobody`() throws {
        let kept = Mutex<[Reply]>([])
        let journal = Journal()
        let server = try HTTPServer(
            handler: ClosureHandler { request, reply in
                guard request.rawPath == "/wait" else { return reply.send(.text("alive")) }
                kept.withLock { $0.append(reply) }
                journal.note("waiting")
            }
        )
        let leaver = try RawClient(port: server.port)
        leaver.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n")
        _ = journal.wait(for: 1)
        leaver.close()
        kept.withLock { $0.first }?.send(.text(String(repeating: "x", count: 1 << 20)))
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.readResponse().text == "alive")
    }

    @Test func `a request made in this process takes the same way`() {
        let journal = Journal()
        let handler = ClosureHandler { request, reply in
            guard case .bytes(let bytes) = request.body else { return }
            reply.send(.text("\(request.rawPath) \(bytes.count)"))
        }
        for count in [3, 2000] {
            let body = HTTPBody.bytes([UInt8](repeating: 1, count: count))
            handler.dispatch(HTTPRequest(method: "PUT", rawPath: "/p", body: body)) { response in
                guard case .bytes(let bytes) = response.body else { return }
                journal.note("\(response.status) \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(journal.wait(for: 2) == ["200 /p 3", "413 The body is longer than 1000 bytes.\n"])
    }
}
