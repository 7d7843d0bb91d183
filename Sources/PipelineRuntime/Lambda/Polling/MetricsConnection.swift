import CCurl
import Glibc

/// One client of the metrics' port: its request as far as it has come, then what is still to be sent.
struct MetricsConnection {
    /// The socket, which whoever accepted it closes.
    let descriptor: CInt
    /// When the client's time is over.
    let deadline: Deadline
    private var received: [UInt8] = []
    private var unsent: ArraySlice<UInt8>?
    private var hasFailed = false

    private static let maximumHeadByteCount = 8192

    init(_ descriptor: CInt, until deadline: Deadline) {
        (self.descriptor, self.deadline) = (descriptor, deadline)
    }

    /// What it waits for: `POLLIN` or `POLLOUT`.
    var awaited: Int16 { Int16(unsent == nil ? POLLIN : POLLOUT) }

    /// Whether nothing is left to do, or no time to do it in.
    var isOver: Bool { hasFailed || unsent?.isEmpty == true || deadline.hasPassed() }

    /// Reads or writes as much as can be without waiting.
    mutating func advance(_ page: MetricsPage) {
        if unsent == nil { receive(page) }
        if unsent != nil { send() }
    }

    private mutating func receive(_ page: MetricsPage) {
        let piece = [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
            count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, CInt(MSG_DONTWAIT)))
        }
        received += piece
        let isWhole = received.suffix(piece.count + 3).contains(subsequence: Array("\r\n\r\n".utf8))
        if isWhole {
            unsent = page.answer(to: String(decoding: received, as: UTF8.self))[...]
        } else {
            hasFailed = piece.isEmpty || received.count >= Self.maximumHeadByteCount
        }
    }

    private mutating func send() {
        guard let bytes = unsent else { return }
        let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
        let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
        if count >= 0 { unsent = bytes.dropFirst(count) } else { hasFailed = errno != EAGAIN }
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
