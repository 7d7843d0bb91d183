import Glibc

/// A TCP socket that listens on 127.0.0.1.
struct ListeningSocket {
    let descriptor: Int32
    let port: UInt16

    /// Binds and listens; port 0 takes any free one.
    init(port: UInt16) throws(HTTPServerError) {
        let descriptor = socket(
            AF_INET,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0, let bound = Self.listen(descriptor, port) else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { close(descriptor) }
            throw .cannotListen(port: port, reason: reason)
        }
        self.descriptor = descriptor
        self.port = bound
    }

    private static func listen(_ descriptor: Int32, _ port: UInt16) -> UInt16? {
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isBound = withSocketAddress(&address) { bind(descriptor, $0, $1) == 0 }
        guard isBound, Glibc.listen(descriptor, SOMAXCONN) == 0 else { return nil }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isKnown = withSocketAddress(&address) { pointer, _ in
            getsockname(descriptor, pointer, &length) == 0
        }
        return isKnown ? UInt16(bigEndian: address.sin_port) : nil
    }

    private static func withSocketAddress<Result>(
        _ address: inout sockaddr_in,
        _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
