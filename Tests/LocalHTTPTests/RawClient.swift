import Glibc

/// A socket to a server on this machine that sends exactly the given bytes.
final class RawClient {
    struct Response {
        var status: Int
        var head: String
        var body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Failure: Error {
        var reason: String
    }

    private var descriptor: Int32
    private var buffer: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &timeout, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    }

    deinit {
        close()
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// Says that nothing more will be sent; answers can still be read.
    func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Sends the bytes; a server that closed already is no failure, its answer is still to be read.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Reads one answer with a `Content-Length`; a HEAD's answer and interim ones have no body.
    func readResponse(isHead: Bool = false) throws -> Response {
        let end = Array("\r\n\r\n".utf8)
        var headCount: Int?
        while headCount == nil {
            headCount = buffer.indices.first { buffer[$0...].starts(with: end) }.map { $0 + 4 }
            if headCount == nil { try fill() }
        }
        let head = String(decoding: take(headCount ?? 0), as: UTF8.self)
        let words = head.split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { throw Failure(reason: head) }
        let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let count = length.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
        if isHead || status < 200 { return Response(status: status, head: head, body: []) }
        while buffer.count < count { try fill() }
        return Response(status: status, head: head, body: take(count))
    }

    /// Reads one chunk of an answer without a length; the last one is empty.
    func readChunk() throws -> String {
        let end = Array("\r\n".utf8)
        var lineCount: Int?
        while lineCount == nil {
            lineCount = buffer.indices.first { buffer[$0...].starts(with: end) }
            if lineCount == nil { try fill() }
        }
        let line = String(decoding: take((lineCount ?? 0) + 2).dropLast(2), as: UTF8.self)
        guard let count = Int(line, radix: 16) else { throw Failure(reason: line) }
        while buffer.count < count + 2 { try fill() }
        return String(decoding: take(count + 2).dropLast(2), as: UTF8.self)
    }

    /// Whether the server ends the connection without sending anything more.
    func isClosedByServer() -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        return buffer.isEmpty && (count == 0 || (count < 0 && errno == ECONNRESET))
    }

    /// What is left to read until the server ends the connection.
    func readToEnd() -> String {
        while (try? fill()) != nil {}
        return String(decoding: take(buffer.count), as: UTF8.self)
    }

    private func take(_ count: Int) -> [UInt8] {
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { throw Failure(reason: "the connection ended: \(count) \(errno)") }
        buffer += chunk[..<count]
    }
}
