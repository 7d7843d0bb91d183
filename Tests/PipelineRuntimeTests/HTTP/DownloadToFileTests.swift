import PipelineRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Download to a file` {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func download(_ text: String, limit: Int? = nil, to name: String = "file") throws -> HTTPResponse
    {
        let server = try ScriptedServer([.receive, .send(text)])
        defer { server.stop() }
        return try CurlTransport().send(
            HTTPRequest(
                "GET",
                server.url(),
                maximumResponseByteCount: limit,
                destination: .file(path: directory.file(name))
            )
        )
    }

    @Test func `a successful body goes to the file and not to memory`() throws {
        let body = String(repeating: "0123456789", count: 30_000)
        let response = try download("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + body)
        #expect(response.body.isEmpty)
        #expect(directory.bytes(of: "file") == Array(body.utf8))
    }

    @Test func `an empty body makes an empty file`() throws {
        _ = try download("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        #expect(directory.bytes(of: "file") == [])
    }

    @Test func `an error's body goes to memory and no file is made`() throws {
        let response = try download("HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno")
        #expect(response.body == Array("no".utf8))
        #expect(directory.bytes(of: "file") == nil)
    }

    @Test func `half a body leaves no file`() throws {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"
        let error = #expect(throws: HTTPError.self) { try download(text) }
        #expect(error?.kind == .connectionLost)
        #expect(directory.bytes(of: "file") == nil)
    }

    @Test func `a body over the limit leaves no file`() throws {
        let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n0\r\n\r\n"
        let error = #expect(throws: HTTPError.self) { try download(text, limit: 5) }
        #expect(error?.kind == .responseTooLarge)
        #expect(directory.bytes(of: "file") == nil)
    }

    @Test func `a file that cannot be written fails`() throws {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
        let error = #expect(throws: HTTPError.self) { try download(text, to: "missing/file") }
        #expect(error?.kind == .fileFailed)
    }
}
