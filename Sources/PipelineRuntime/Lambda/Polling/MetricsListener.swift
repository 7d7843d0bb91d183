// The socket types, which a static build sees only by way of curl's headers.
import CCurl
import Glibc

/// Answers `GET /metrics` and `GET /health` on a port, for Prometheus and for whoever watches over the process.
///
/// One thread serves all connections side by side, each of them for one short answer and a short time. Where
/// more are open than it keeps, the oldest gives way: clients that stay silent hold up nobody.
struct MetricsListener: Sendable {
    /// The port it listens on.
    let port: Int
    private let descriptor: CInt
    private let page: MetricsPage
    /// How long a client may take.
    private let patience: Duration

    /// How many connections are kept.
    static let maximumConnectionCount = 64

    /// Listens on all of the machine's addresses, since probes come from elsewhere; nil when the port cannot be had.
    ///
    /// - Parameters:
    ///   - port: The port; zero takes a free one.
    ///   - page: What it answers.
    ///   - patience: How long a client may take.
    init?(port: Int, page: MetricsPage, patience: Duration = .seconds(2)) {
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(AF_INET, CInt(kind), 0)
        guard descriptor >= 0, let port = Self.bind(descriptor, to: port), listen(descriptor, 128) == 0 else {
            if descriptor >= 0 { close(descriptor) }
            return nil
        }
        self.descriptor = descriptor
        self.port = port
        self.page = page
        self.patience = patience
    }

    private static func bind(_ descriptor: CInt, to port: Int) -> Int? {
        var reuse: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<CInt>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &address) { bytes in
            guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return CInt(-1)
            }
            return Glibc.bind(descriptor, pointer, length) == 0
                ? getsockname(descriptor, pointer, &length) : -1
        }
        return status == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }

    /// Answers for ever.
    func run() {
        var connections: [MetricsConnection] = []
        while true {
            let ready = wait(for: connections)
            for (index, isReady) in ready.dropFirst().enumerated() where isReady {
                connections[index].advance(page)
            }
            for connection in connections where connection.isOver { close(connection.descriptor) }
            connections.removeAll(where: \.isOver)
            if ready[0] { accept(into: &connections) }
        }
    }

    /// Waits until somebody connects, a connection can go on or one's time is over.
    ///
    /// - Returns: Whether the listener, and then each connection, has something to do.
    private func wait(for connections: [MetricsConnection]) -> [Bool] {
        var requests = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        requests += connections.map { pollfd(fd: $0.descriptor, events: $0.awaited, revents: 0) }
        // Rounded up: a wait that ends too early would only be begun again.
        let limit = connections.compactMap { $0.deadline.remaining() }.min().map { $0 / .milliseconds(1) + 1 }
        poll(&requests, nfds_t(requests.count), limit.map { CInt($0) } ?? -1)
        return requests.map { $0.revents != 0 }
    }

    private func accept(into connections: inout [MetricsConnection]) {
        let connection = Glibc.accept(descriptor, nil, nil)
        if connection >= 0 {
            if connections.count == Self.maximumConnectionCount {
                close(connections.removeFirst().descriptor)
            }
            connections.append(MetricsConnection(connection, until: .after(patience)))
        } else if errno != EAGAIN, errno != ECONNABORTED, errno != EINTR {
            // Out of descriptors: nothing would change until some are given back.
            poll(nil, 0, 100)
        }
    }
}
