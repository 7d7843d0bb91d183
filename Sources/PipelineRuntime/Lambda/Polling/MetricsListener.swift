// The socket types, which a static build sees only by way of curl's headers.
import CCurl
import Glibc

/// Answers `GET /metrics` and `GET /health` on a port, for Prometheus and for whoever watches over the process.
///
/// One short answer after the other, each connection for two seconds at most: that is all that scrapers and probes need.
struct MetricsListener: Sendable {
    /// The port it listens on.
    let port: Int
    private let descriptor: CInt
    private let page: @Sendable () -> String
    private let isHealthy: @Sendable () -> Bool

    private static let maximumHeadByteCount = 8192
    private static let patience = Duration.seconds(2)

    /// Listens on all of the machine's addresses, since probes come from elsewhere; nil when the port cannot be had.
    ///
    /// - Parameters:
    ///   - port: The port; zero takes a free one.
    ///   - page: What `/metrics` answers.
    ///   - isHealthy: Whether the process takes work.
    init?(port: Int, page: @escaping @Sendable () -> String, isHealthy: @escaping @Sendable () -> Bool) {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0, let port = Self.bind(descriptor, to: port), listen(descriptor, 16) == 0 else {
            if descriptor >= 0 { close(descriptor) }
            return nil
        }
        self.descriptor = descriptor
        self.port = port
        self.page = page
        self.isHealthy = isHealthy
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
        while true {
            let connection = accept(descriptor, nil, nil)
            guard connection >= 0 else {
                // Out of descriptors, or a connection that ended before it was taken.
                poll(nil, 0, 100)
                continue
            }
            answer(connection)
            close(connection)
        }
    }

    private func answer(_ connection: CInt) {
        guard let head = Self.head(from: connection) else { return }
        let words = head.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
        guard words.count == 3 else { return send(connection, .badRequest, "bad request\n", hasBody: true) }
        let hasBody = words[0] != "HEAD"
        guard ["GET", "HEAD"].contains(words[0]) else {
            return send(connection, .methodNotAllowed, "GET only\n", hasBody: true)
        }
        switch words[1].prefix(while: { $0 != "?" }) {
        case "/metrics": send(connection, .ok, page(), hasBody: hasBody)
        case "/health" where isHealthy(): send(connection, .ok, "ok\n", hasBody: hasBody)
        case "/health": send(connection, .serviceUnavailable, "stopping\n", hasBody: hasBody)
        default: send(connection, .notFound, "/metrics or /health\n", hasBody: hasBody)
        }
    }

    /// The header section; `nil` when it does not come whole, soon and short enough.
    private static func head(from connection: CInt) -> String? {
        let deadline = Deadline.after(patience)
        var bytes: [UInt8] = []
        while bytes.count < maximumHeadByteCount, wait(connection, POLLIN, until: deadline) {
            let piece = [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
                count = max(0, recv(connection, buffer.baseAddress, buffer.count, 0))
            }
            guard !piece.isEmpty else { return nil }
            bytes += piece
            if bytes.suffix(piece.count + 3).contains(subsequence: Array("\r\n\r\n".utf8)) {
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        return nil
    }

    /// The answers there are (RFC 9110, section 15).
    private enum Status: Int {
        case ok = 200
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case serviceUnavailable = 503

        var line: String { "\(rawValue) \(reason)" }

        private var reason: String {
            switch self {
            case .ok: "OK"
            case .badRequest: "Bad Request"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .serviceUnavailable: "Service Unavailable"
            }
        }
    }

    private func send(_ connection: CInt, _ status: Status, _ text: String, hasBody: Bool) {
        let head =
            "HTTP/1.1 \(status.line)\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
            + "Content-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n"
        let deadline = Deadline.after(Self.patience)
        var rest = Array((head + (hasBody ? text : "")).utf8)[...]
        while !rest.isEmpty, Self.wait(connection, POLLOUT, until: deadline) {
            let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func wait(_ connection: CInt, _ event: CInt, until deadline: Deadline) -> Bool {
        var request = pollfd(fd: connection, events: Int16(event), revents: 0)
        return poll(&request, 1, CInt((deadline.remaining() ?? .zero) / .milliseconds(1))) > 0
    }
}

extension Collection where Element == UInt8 {
    fileprivate func contains(subsequence wanted: [UInt8]) -> Bool {
        var start = startIndex
        while let place = self[start...].firstIndex(of: wanted[0]) {
            if self[place...].starts(with: wanted) { return true }
            start = index(after: place)
        }
        return false
    }
}
