import CLinux
import Dispatch

/// The descriptors of processes and of their output, watched for input in one set (`epoll(7)`).
///
/// Dispatch sees only the set's own descriptor, which never hangs up. Given the pipes themselves, libdispatch frees what belongs
/// to a source while its event loop still reads it, when the other end is closed at the wrong moment (`EPOLLHUP`).
@LambdaActor
final class InputWatch {
    /// The one set of the emulator.
    static let shared = InputWatch()

    private let set = clinux_watch_set()
    private let source: any DispatchSourceRead
    private var actions: [Int32: @LambdaActor () -> Void] = [:]

    private init() {
        source = DispatchSource.makeReadSource(fileDescriptor: set, queue: LambdaActor.queue)
        source.setEventHandler { [unowned self] in self.runActions() }
        source.activate()
    }

    /// Runs `action` whenever the descriptor has input or has come to its end, until it is removed.
    ///
    /// - Throws: the system's reason.
    func add(_ descriptor: Int32, _ action: @escaping @LambdaActor () -> Void) throws(SpawnError) {
        let code = clinux_watch(set, descriptor)
        guard code == 0 else { throw SpawnError(code: code) }
        actions[descriptor] = action
    }

    /// Forgets the descriptor; it can be closed then.
    func remove(_ descriptor: Int32) {
        clinux_unwatch(set, descriptor)
        actions[descriptor] = nil
    }

    private func runActions() {
        let readable = [Int32](unsafeUninitializedCapacity: 64) { buffer, count in
            count = Int(clinux_readable(set, buffer.baseAddress, Int32(buffer.count)))
        }
        for descriptor in readable { actions[descriptor]?() }
    }
}
