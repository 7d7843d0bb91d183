import Dispatch
import Synchronization

/// What happened, in order, noted from any thread.
final class Journal: Sendable {
    private let lines = Mutex<[String]>([])
    private let changed = DispatchSemaphore(value: 0)

    func note(_ line: String) {
        lines.withLock { $0.append(line) }
        changed.signal()
    }

    /// All lines, once there are that many; fewer where twenty seconds pass.
    func wait(for count: Int) -> [String] {
        for _ in 0..<count where changed.wait(timeout: .now() + .seconds(20)) == .timedOut { break }
        return lines.withLock { $0 }
    }
}
