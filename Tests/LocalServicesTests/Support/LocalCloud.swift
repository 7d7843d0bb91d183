import Foundation
import LocalHTTP
import LocalServices
import LocalStore
import TestClock

/// All services over a store in a folder of its own, on a clock that is moved by hand, asked as clients ask them.
final class LocalCloud {
    let clock = AdjustableClock()
    private let directory: String
    private(set) var writer: StateWriter
    private(set) var stack: ServiceStack

    init() throws {
        // Memory that looks like a disk: every commit is flushed, and hundreds of stores at once would wait for a real one.
        let isThere = FileManager.default.isWritableFile(atPath: "/dev/shm")
        let parent = isThere ? "/dev/shm" : FileManager.default.temporaryDirectory.path
        directory = "\(parent)/services-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        (writer, stack) = try Self.open(directory, clock)
    }

    deinit {
        writer.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private static func open(
        _ directory: String,
        _ clock: AdjustableClock
    ) throws -> (StateWriter, ServiceStack) {
        let writer = try StateWriter(path: directory + "/state.db", clock: clock)
        let stack = try ServiceStack(
            writer: writer,
            clock: clock,
            objectsPath: directory + "/objects",
            home: .test
        )
        return (writer, stack)
    }

    /// Ends the services and begins again with what they have stored.
    func restart() throws {
        writer.close()
        (writer, stack) = try Self.open(directory, clock)
    }

    /// Moves the clock and lets everything happen that is due then.
    func advance(by duration: Duration) throws {
        clock.advance(by: duration)
        try writer.settle()
    }

    /// Sends a request; its answer may come later.
    func start(_ request: HTTPRequest) throws -> PendingAnswer {
        let pending = PendingAnswer()
        stack.router.dispatch(request) { pending.set($0) }
        try writer.settle()
        return pending
    }

    /// Sends a request that is answered at once.
    func send(_ request: HTTPRequest) throws -> Answer {
        try start(request).answer()
    }
}
