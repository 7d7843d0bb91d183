import Glibc

/// The server's end of one connection; it belongs to one thread.
struct SocketConnection: Sendable {
    private let socket: CInt

    init(_ socket: CInt) {
        self.socket = socket
        LocalSocket.limitWaits(socket)
    }

    func close() {
        Glibc.close(socket)
    }

    func write(_ text: String) {
        LocalSocket.send(socket, Array(text.utf8))
    }

    /// Reads one request, or `nil` at the connection's end.
    ///
    /// The client sends no further one before it has the answer.
    func readRequest() -> SocketRequest? {
        var bytes: [UInt8] = []
        while true {
            if let request = Self.parse(bytes) { return request }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer.prefix(count)
        }
    }

    private static func parse(_ bytes: [UInt8]) -> SocketRequest? {
        guard let end = headEnd(bytes) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            headers[name.lowercased()] = String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        let body = bytes[(end + 4)...]
        guard body.count >= headers["content-length"].flatMap(Int.init) ?? 0 else { return nil }
        return SocketRequest(
            method: String(words[0]),
            path: String(words[1]),
            headers: headers,
            body: Array(body)
        )
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }
}
