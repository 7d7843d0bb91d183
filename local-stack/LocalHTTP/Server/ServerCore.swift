import Dispatch
import Synchronization

/// What the library's callbacks need of the server.
final class ServerCore: Sendable {
    private struct Open {
        var isStopping = false
        var replies: [ObjectIdentifier: PendingReply] = [:]
    }

    let handler: any HTTPHandler
    let port: UInt16
    private let open = Mutex(Open())
    private let exchanges = DispatchGroup()

    init(handler: any HTTPHandler, port: UInt16) {
        self.handler = handler
        self.port = port
    }

    /// A request line has come.
    func begin(target: [UInt8]) -> Exchange {
        exchanges.enter()
        return Exchange(target: target, server: self)
    }

    /// Notes a request that is about to be handled; false once the server stops.
    func register(_ reply: PendingReply) -> Bool {
        open.withLock { open in
            if !open.isStopping { open.replies[ObjectIdentifier(reply)] = reply }
            return !open.isStopping
        }
    }

    /// The connection is done with the request.
    func end(_ exchange: Exchange) {
        exchange.pending.end()
        open.withLock { $0.replies[ObjectIdentifier(exchange.pending)] = nil }
        exchanges.leave()
    }

    /// Answers every waiting request with a 503, ends the bodies that would go on, and waits for the answers to leave, or
    /// for `patience` to pass.
    func answerAll(patience: DispatchTimeInterval) {
        let waiting = open.withLock { open in
            open.isStopping = true
            return Array(open.replies.values)
        }
        for reply in waiting { reply.stop() }
        _ = exchanges.wait(timeout: .now() + patience)
    }
}
