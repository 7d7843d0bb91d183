import Dispatch
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1, over libmicrohttpd.
package final class HTTPServer: Sendable {
    /// The port on which it listens.
    package let port: UInt16
    private let core: ServerCore
    private let daemon: Mutex<Daemon?>

    /// Listens on `port` (0: any free one) and hands requests to `handler`.
    ///
    /// - Parameters:
    ///   - port: the port, or 0.
    ///   - tls: the identity for HTTPS; nil for HTTP.
    ///   - limits: what one client may use.
    ///   - handler: who answers.
    /// - Throws: `cannotListen`, `cannotStart`.
    package init(
        port: UInt16 = 0,
        tls: TLSIdentity? = nil,
        limits: HTTPServerLimits = HTTPServerLimits(),
        handler: any HTTPHandler
    ) throws(HTTPServerError) {
        let socket = try ListeningSocket(port: port)
        let core = ServerCore(handler: handler, port: socket.port)
        daemon = Mutex(try Daemon(socket: socket, tls: tls, limits: limits, core: core))
        self.port = socket.port
        self.core = core
    }

    deinit {
        stop()
    }

    /// Answers what waits and what still comes with a 503, then ends all connections; a second call does nothing.
    ///
    /// It is not called from a handler: it waits for the handlers to return.
    package func stop() {
        guard let running = daemon.withLock({ $0.take() }) else { return }
        core.answerAll(patience: .seconds(2))
        running.stop()
    }
}
