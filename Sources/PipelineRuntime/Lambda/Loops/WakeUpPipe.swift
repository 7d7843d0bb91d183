import Glibc
import Synchronization

/// Where the thread that watches over a process waits for news, one byte each.
///
/// A signal handler may only do what is safe at any moment; writing to a pipe is.
final class WakeUpPipe: Sendable {
    /// What happened.
    enum News: Sendable, Hashable {
        /// The process was asked to stop.
        case stopRequested
        /// A loop came to its end.
        case loopEnded(ProcessStatus)
    }

    private static let stopByte: UInt8 = 0xFF

    /// The descriptor that the signal handler writes to; -1 when there is none.
    private static let signalledDescriptor = Atomic<CInt>(-1)

    private let readEnd: CInt
    private let writeEnd: CInt

    /// Makes a pipe; `nil` when the process has no descriptor left.
    init?() {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        _ = Self.signalledDescriptor.compareExchange(expected: writeEnd, desired: -1, ordering: .relaxed)
        close(readEnd)
        close(writeEnd)
    }

    /// Sends news; a loop's end and a stop are each sent once, so the pipe never fills.
    func send(_ news: News) {
        let byte =
            switch news {
            case .stopRequested: Self.stopByte
            case .loopEnded(let status): UInt8(truncatingIfNeeded: status.rawValue)
            }
        Self.write(byte, to: writeEnd)
    }

    /// Waits for the next news.
    func receive() -> News {
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) != 1 {}
        guard byte != Self.stopByte else { return .stopRequested }
        return .loopEnded(ProcessStatus(rawValue: Int32(byte)) ?? .failed)
    }

    /// Makes SIGTERM and SIGINT send `stopRequested` here for as long as this pipe lives.
    func listenToSignals() {
        Self.signalledDescriptor.store(writeEnd, ordering: .relaxed)
        var action = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { _ in
            let before = errno
            WakeUpPipe.write(WakeUpPipe.stopByte, to: WakeUpPipe.signalledDescriptor.load(ordering: .relaxed))
            errno = before
        }
        for signal in [SIGTERM, SIGINT] { sigaction(signal, &action, nil) }
    }

    private static func write(_ byte: UInt8, to descriptor: CInt) {
        var byte = byte
        while Glibc.write(descriptor, &byte, 1) < 0, errno == EINTR {}
    }
}
