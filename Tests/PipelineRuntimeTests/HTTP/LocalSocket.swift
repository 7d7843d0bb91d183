import Glibc

/// The few socket calls that `ScriptedServer` is made of.
enum LocalSocket {
    struct Failure: Error {
        let call: String
        let code: CInt
    }

    /// A socket that listens on a free port of 127.0.0.1, or of another address of this machine.
    static func listening(at host: UInt32 = 0x7F00_0001) throws -> (descriptor: CInt, port: Int) {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = host.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
                    ? getsockname(descriptor, address, &length) : -1
            }
        }
        guard status == 0 else { throw Failure(call: "listen", code: errno) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A port on which nobody listens: one that was free a moment ago.
    static func unusedPort() throws -> Int {
        let (descriptor, port) = try listening()
        close(descriptor)
        return port
    }

    /// A connection to a port of 127.0.0.1.
    static func connected(to port: Int) throws -> CInt {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(call: "connect", code: errno) }
        limitWaits(descriptor)
        return descriptor
    }

    /// Everything that the other side sends until it closes the connection.
    static func rest(_ connection: CInt) -> String {
        var bytes: [UInt8] = []
        while case let piece = read(connection, 4096), !piece.isEmpty { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One request as text: the header section and, when wanted, as many body bytes as announced.
    static func request(_ connection: CInt, withBody: Bool) -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8), let byte = read(connection, 1).first {
            bytes.append(byte)
        }
        var head = String(decoding: bytes, as: UTF8.self)
        let announced = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        guard withBody, let length = announced?.split(separator: " ").last.flatMap({ Int($0) }) else {
            return head
        }
        var body: [UInt8] = []
        while body.count < length {
            let piece = read(connection, length - body.count)
            guard !piece.isEmpty else { break }
            body += piece
        }
        head += String(decoding: body, as: UTF8.self)
        return head
    }

    private static func read(_ connection: CInt, _ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, recv(connection, buffer.baseAddress, count, 0))
        }
    }

    /// - Returns: Whether the other side took all of it.
    @discardableResult
    static func send(_ connection: CInt, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Whether the other side, which has nothing more to say, closes the connection within some milliseconds.
    static func isClosed(_ connection: CInt, within milliseconds: CInt) -> Bool {
        var request = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) != 0
    }

    /// Lets no read or write on a connection take for ever: it ends as if the other side had gone.
    static func limitWaits(_ connection: CInt) {
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(connection, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout.size(ofValue: limit)))
        }
    }

    static func awaitClose(_ connection: CInt) {
        while !read(connection, 4096).isEmpty {}
    }

    /// Makes the coming `close` send a reset: no lingering, unread data thrown away.
    static func prepareReset(_ connection: CInt) {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }
}
