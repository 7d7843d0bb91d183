import CMicroHTTPD
import Synchronization

/// A body that is written bit by bit, for as long as the client stays.
///
/// The connection waits suspended while there is nothing to send, without a thread. A client that closes its connection, or
/// its half of it, ends the body at once; that one is out of reach shows only when the next bytes are sent to it, so a
/// stream that is silent for long should send something from time to time.
package final class ResponseStream: Sendable {
    private struct State {
        var pending: [UInt8] = []
        var connection: StreamConnection?
        var watched: HangUpWatch.Watched?
        var isSuspended = false
        /// What is written from now on is dropped; what is pending is still sent.
        var isFinished = false
        var onClose: (@Sendable () -> Void)?
    }

    private let maximumPendingByteCount: Int
    private let state: Mutex<State>

    /// A stream that nothing was written to.
    ///
    /// - Parameters:
    ///   - maximumPendingByteCount: how much may wait for the client; a slower one gets what waits, and the body ends.
    ///   - onClose: called once from any thread, when the body was sent to its end or the client is gone.
    package init(maximumPendingByteCount: Int = 1 << 20, onClose: @escaping @Sendable () -> Void = {}) {
        self.maximumPendingByteCount = maximumPendingByteCount
        state = Mutex(State(onClose: onClose))
    }

    deinit {
        close()
    }

    /// Sends bytes after those written before; never waits.
    package func write(_ bytes: [UInt8]) {
        state.withLock { state in
            guard !state.isFinished else { return }
            if bytes.count > maximumPendingByteCount - state.pending.count {
                state.isFinished = true
            } else {
                state.pending += bytes
            }
            Self.wake(&state)
        }
    }

    /// Ends the body after what was written.
    package func finish() {
        state.withLock { state in
            state.isFinished = true
            Self.wake(&state)
        }
    }

    /// The connection that the body goes to, before it asks for any of it.
    func attach(_ connection: OpaquePointer) {
        let watched = HangUpWatch.shared.add(cmicrohttpd_socket(connection)) { [weak self] in self?.finish() }
        state.withLock { state in
            state.connection = StreamConnection(handle: connection)
            state.watched = watched
        }
    }

    /// The connection, which is still open, is done with the body: from now on its pointer is not used.
    func close() {
        let (watched, onClose) = state.withLock { state in
            defer { state = State(isFinished: true) }
            return (state.watched, state.onClose)
        }
        if let watched { HangUpWatch.shared.remove(watched) }
        onClose?()
    }

    /// Copies what comes next for libmicrohttpd; suspends the connection where nothing does.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        state.withLock { state in
            if !state.pending.isEmpty { return Self.take(&state.pending, into: buffer) }
            guard !state.isFinished, let connection = state.connection else {
                return Self.endOfStream
            }
            MHD_suspend_connection(connection.handle)
            state.isSuspended = true
            return 0
        }
    }

    /// `MHD_CONTENT_READER_END_OF_STREAM`, a macro that Swift does not see.
    private static let endOfStream = -1

    private static func wake(_ state: inout State) {
        guard state.isSuspended, let connection = state.connection else { return }
        state.isSuspended = false
        MHD_resume_connection(connection.handle)
    }

    private static func take(_ pending: inout [UInt8], into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(pending.count, buffer.count)
        buffer.copyBytes(from: pending[..<count])
        if count == pending.count { pending = [] } else { pending.removeFirst(count) }
        return count
    }
}

/// The pointer of a connection that has a stream for its body.
///
/// Unchecked: it is used under the stream's lock only, from the first read to `close`; libmicrohttpd frees the connection
/// after that.
private struct StreamConnection: @unchecked Sendable {
    let handle: OpaquePointer
}
