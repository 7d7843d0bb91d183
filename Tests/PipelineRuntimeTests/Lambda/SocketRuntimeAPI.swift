import Glibc
import Synchronization

@testable import PipelineRuntime

/// A Runtime API on a real socket of 127.0.0.1, which keeps connections and counts them.
final class SocketRuntimeAPI: Sendable {
    /// What the server makes of a request.
    enum Reply: Sendable {
        /// Answers with a body of known length.
        case response(status: Int, headers: [(String, String)] = [], body: String = "")
        /// Answers in chunks, as Lambda itself does.
        case chunked(status: Int, headers: [(String, String)] = [], chunks: [String])
        /// Closes the connection without an answer.
        case close
        /// Leaves the request without an answer until the client gives up.
        case silence
    }

    private let listener: CInt
    private let respond: @Sendable (SocketRequest) -> Reply
    private let connectionCount = Atomic(0)
    private let received = Mutex<[SocketRequest]>([])

    /// Where it listens: what `AWS_LAMBDA_RUNTIME_API` would say.
    let authority: String

    init(_ respond: @escaping @Sendable (SocketRequest) -> Reply) throws {
        self.respond = respond
        let port: Int
        (listener, port) = try LocalSocket.listening()
        authority = "127.0.0.1:\(port)"
        try PosixThread { [self] in accept() }.detach()
    }

    /// How many connections were accepted.
    var acceptedConnectionCount: Int { connectionCount.load(ordering: .relaxed) }

    /// Every request so far.
    var requests: [SocketRequest] { received.withLock(\.self) }

    /// Accepts no more; connections end with their clients.
    func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
    }

    private func accept() {
        while case let socket = Glibc.accept(listener, nil, nil), socket >= 0 {
            connectionCount.wrappingAdd(1, ordering: .relaxed)
            let connection = SocketConnection(socket)
            do {
                try PosixThread { [self] in serve(connection) }.detach()
            } catch {
                connection.close()
            }
        }
        close(listener)
    }

    private func serve(_ connection: SocketConnection) {
        defer { connection.close() }
        while let request = connection.readRequest() {
            received.withLock { $0.append(request) }
            switch respond(request) {
            case .close: return
            case .silence: continue
            case .response(let status, let headers, let body):
                connection.write(head(status, headers + [("Content-Length", "\(body.utf8.count)")]) + body)
            case .chunked(let status, let headers, let chunks):
                connection.write(head(status, headers + [("Transfer-Encoding", "chunked")]))
                for chunk in chunks + [""] {
                    connection.write("\(String(chunk.utf8.count, radix: 16))\r\n\(chunk)\r\n")
                }
            }
        }
    }

    private func head(_ status: Int, _ headers: [(String, String)]) -> String {
        "HTTP/1.1 \(status) x\r\n" + headers.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
    }
}
