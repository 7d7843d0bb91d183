import CMicroHTTPD
import Synchronization

/// The place where an answer and the connection that waits for it meet, from two threads.
final class PendingReply: Sendable {
    private enum State {
        case open
        case suspended(SuspendedConnection)
        case answered(PreparedResponse)
        case ended
    }

    private let state = Mutex(State.open)

    /// Gives the answer and wakes the connection; does nothing once there is one.
    func answer(_ response: PreparedResponse) {
        state.withLock { state in
            switch state {
            case .open: state = .answered(response)
            case .suspended(let connection):
                state = .answered(response)
                MHD_resume_connection(connection.handle)
            case .answered, .ended: break
            }
        }
    }

    /// The server stops: a 503 for who waits, and an end for a body that would go on.
    func stop() {
        let answered = state.withLock { state -> PreparedResponse? in
            if case .answered(let response) = state { response } else { nil }
        }
        if let answered { answered.finish() } else { answer(PreparedResponse(.serverStops, forHead: false)) }
    }

    /// The answer, if it is there; otherwise the connection is suspended until it comes.
    func takeOrSuspend(_ connection: OpaquePointer) -> PreparedResponse? {
        state.withLock { state in
            if case .answered(let response) = state { return response }
            MHD_suspend_connection(connection)
            state = .suspended(SuspendedConnection(handle: connection))
            return nil
        }
    }

    /// The connection is done with the request: from now on its pointer is not used.
    func end() {
        state.withLock { $0 = .ended }
    }
}

/// A connection's pointer between its suspension and its resumption.
///
/// Unchecked: libmicrohttpd neither uses nor frees a suspended connection, and the lock around it is held when used.
private struct SuspendedConnection: @unchecked Sendable {
    let handle: OpaquePointer
}
