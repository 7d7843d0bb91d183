import CLinux
import Dispatch
import Synchronization

/// The connections of bodies that go on for long, watched for clients that leave, in one set (`epoll(7)`).
///
/// libmicrohttpd does not look at a connection while it is suspended, which those are almost always. Each has a mark of
/// its own, since a descriptor's number may be another connection's by the time at which news of it is read.
final class HangUpWatch: Sendable {
    /// A connection that is watched.
    struct Watched: Sendable {
        fileprivate let mark: UInt64
        fileprivate let descriptor: Int32
    }

    private struct State {
        var lastMark: UInt64 = 0
        var actions: [UInt64: @Sendable () -> Void] = [:]
    }

    /// The one set of the process.
    static let shared = HangUpWatch()

    private let set = clinux_watch_set()
    private let state = Mutex(State())
    // Unchecked: it is set once and never used again; it lives as long as the watch, which is for ever.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    private init() {
        let queue = DispatchQueue(label: "hang-up-watch")
        source = DispatchSource.makeReadSource(fileDescriptor: set, queue: queue)
        source.setEventHandler { [unowned self] in self.runActions() }
        source.activate()
    }

    /// Runs `action` once, on a thread of its own, when the other side of a socket has said that it sends no more, which
    /// is how clients leave; nil where the system cannot watch it.
    func add(_ descriptor: Int32, _ action: @escaping @Sendable () -> Void) -> Watched? {
        let mark = state.withLock { state in
            state.lastMark += 1
            state.actions[state.lastMark] = action
            return state.lastMark
        }
        if clinux_watch_hang_up(set, descriptor, mark) == 0 {
            return Watched(mark: mark, descriptor: descriptor)
        }
        state.withLock { $0.actions[mark] = nil }
        return nil
    }

    /// Forgets a socket, which is still open: its action is not begun any more.
    func remove(_ watched: Watched) {
        clinux_unwatch(set, watched.descriptor)
        state.withLock { $0.actions[watched.mark] = nil }
    }

    private func runActions() {
        let marks = [UInt64](unsafeUninitializedCapacity: 64) { buffer, count in
            count = Int(clinux_hung_up(set, buffer.baseAddress, Int32(buffer.count)))
        }
        let actions = state.withLock { state in marks.compactMap { state.actions.removeValue(forKey: $0) } }
        for action in actions { action() }
    }
}
