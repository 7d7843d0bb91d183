import Foundation
import Glibc

/// A server of raw sockets that does, connection by connection, exactly what a test wrote down.
final class ScriptedServer: @unchecked Sendable {
    /// One thing that the server does on a connection.
    enum Step {
        /// Reads one request, its body included, and keeps it.
        case receive
        /// Reads the header section of a request only, and keeps it.
        case receiveHead
        /// Waits until so many requests have arrived on all connections together.
        case awaitRequests(Int)
        /// Writes these bytes.
        case send(String)
        /// Writes these bytes again and again until the client has gone.
        case sendForever(String)
        /// Writes these bytes one by one, slowly, and the last one for ever.
        case drip(String)
        /// Waits until the client has closed the connection.
        case awaitClose
        /// Ends the connection with a reset instead of in good order.
        case reset

        /// Whether it takes something from the client.
        var reads: Bool {
            switch self {
            case .receive, .receiveHead: true
            default: false
            }
        }
    }

    /// The port, on 127.0.0.1 unless another address was asked for.
    let port: Int
    // Guarded by `condition`; everything else is constant, which makes the class Sendable.
    private let condition = NSCondition()
    private var received: [String] = []
    private var acceptedCount = 0
    private var endedCount = 0
    private let listener: CInt
    private let scripts: [[Step]]

    /// Listens on a free port; connection n follows `scripts[n]`, a further one is closed at once.
    convenience init(_ scripts: [Step]...) throws {
        try self.init(at: 0x7F00_0001, scripts)
    }

    /// Listens on a free port of an address of this machine.
    init(at host: UInt32, _ scripts: [[Step]]) throws {
        self.scripts = scripts
        (listener, port) = try LocalSocket.listening(at: host)
        Thread.detachNewThread { [self] in acceptConnections() }
    }

    /// The address of a path on this server.
    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The requests received so far, as text, in order of arrival.
    var requests: [String] { condition.withLock { received } }

    /// How many connections were opened.
    var connectionCount: Int { condition.withLock { acceptedCount } }

    /// Stops listening; connections that are open finish their scripts.
    func stop() { shutdown(listener, CInt(SHUT_RDWR)) }

    /// Waits until the server has closed so many connections.
    func awaitEndOfConnections(_ count: Int) {
        condition.withLock {
            while endedCount < count, condition.wait(until: Date(timeIntervalSinceNow: 20)) {}
        }
    }

    private func acceptConnections() {
        var remaining = scripts[...]
        while case let connection = accept(listener, nil, nil), connection >= 0 {
            condition.withLock { acceptedCount += 1 }
            let steps = remaining.popFirst() ?? []
            Thread.detachNewThread { [self] in follow(steps, on: connection) }
        }
        close(listener)
    }

    private func follow(_ steps: [Step], on connection: CInt) {
        LocalSocket.limitWaits(connection)
        for step in steps { perform(step, on: connection) }
        close(connection)
        condition.withLock {
            endedCount += 1
            condition.broadcast()
        }
    }

    private func perform(_ step: Step, on connection: CInt) {
        switch step {
        case .receive: keep(LocalSocket.request(connection, withBody: true))
        case .receiveHead: keep(LocalSocket.request(connection, withBody: false))
        case .awaitRequests(let count): waitForRequests(count)
        case .send(let text): LocalSocket.send(connection, Array(text.utf8))
        case .sendForever(let text): while LocalSocket.send(connection, Array(text.utf8)) {}
        case .drip(let text): drip(Array(text.utf8), on: connection)
        case .awaitClose: LocalSocket.awaitClose(connection)
        case .reset: LocalSocket.prepareReset(connection)
        }
    }

    private func drip(_ bytes: [UInt8], on connection: CInt) {
        var rest = bytes[...]
        while !LocalSocket.isClosed(connection, within: 20), let byte = rest.first {
            guard LocalSocket.send(connection, [byte]) else { return }
            if rest.count > 1 { rest.removeFirst() }
        }
    }

    private func keep(_ request: String) {
        guard !request.isEmpty else { return }
        condition.withLock {
            received.append(request)
            condition.broadcast()
        }
    }

    private func waitForRequests(_ count: Int) {
        condition.withLock {
            while received.count < count, condition.wait(until: Date(timeIntervalSinceNow: 20)) {}
        }
    }
}
