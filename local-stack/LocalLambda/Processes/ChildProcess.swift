import CLinux
import Glibc

/// A running child with its process group.
///
/// A descriptor of the process reports its end: no thread waits, and no signal handler is installed.
@LambdaActor
final class ChildProcess {
    /// The id of the process and of its group.
    let id: pid_t
    private let descriptor: Int32
    private let outputs: [OutputPipe]
    private var onExit: (@LambdaActor (ExitStatus) -> Void)?

    /// Starts a process in a group of its own.
    ///
    /// - Parameters:
    ///   - description: what to start, and with what.
    ///   - onLine: takes each line of its standard output and standard error; nil sends both to `/dev/null`.
    ///   - onExit: is called once, after the last line.
    /// - Throws: the system's reason.
    init(
        _ description: ProcessDescription,
        onLine: (@LambdaActor ([UInt8]) -> Void)?,
        onExit: @escaping @LambdaActor (ExitStatus) -> Void
    ) throws(SpawnError) {
        outputs = try Self.pipes(onLine)
        (id, descriptor) = try Self.start(description, outputs)
        self.onExit = onExit
        do throws(SpawnError) {
            try InputWatch.shared.add(descriptor) { self.reapIfEnded() }
        } catch {
            close(descriptor)
            Self.end(id)
            for output in outputs { output.finish() }
            throw error
        }
    }

    /// Whether the process has not been waited for yet.
    var isAlive: Bool { onExit != nil }

    /// Sends a signal to the whole group.
    func signal(_ number: Int32) {
        if isAlive { kill(-id, number) }
    }

    /// Reads the output that is there now.
    func drain() {
        for output in outputs { output.drain() }
    }

    /// Where the process has ended: ends the rest of its group while the id is not free yet, then waits for it.
    func reapIfEnded() {
        guard let onExit, hasEnded else { return }
        kill(-id, SIGKILL)
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return }
        self.onExit = nil
        InputWatch.shared.remove(descriptor)
        close(descriptor)
        for output in outputs { output.finish() }
        onExit(ExitStatus(waitStatus: status))
    }

    private var hasEnded: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    private static func start(
        _ description: ProcessDescription,
        _ outputs: [OutputPipe]
    ) throws(SpawnError) -> (id: pid_t, descriptor: Int32) {
        defer { for output in outputs { output.closeWriteEnd() } }
        do throws(SpawnError) {
            let descriptors = (outputs.first?.writeEnd ?? -1, outputs.last?.writeEnd ?? -1)
            let id = try Spawner.spawn(description, outputs: descriptors)
            return (id, try descriptor(of: id))
        } catch {
            for output in outputs { output.finish() }
            throw error
        }
    }

    /// The descriptor of a process that was just started; one that cannot be watched is ended.
    static func descriptor(of id: pid_t) throws(SpawnError) -> Int32 {
        var descriptor: Int32 = -1
        let code = clinux_process_descriptor(id, &descriptor)
        guard code == 0 else {
            end(id)
            throw SpawnError(code: code)
        }
        return descriptor
    }

    private static func end(_ id: pid_t) {
        kill(-id, SIGKILL)
        waitpid(id, nil, 0)
    }

    private static func pipes(
        _ onLine: (@LambdaActor ([UInt8]) -> Void)?
    ) throws(SpawnError) -> [OutputPipe] {
        guard let onLine else { return [] }
        let output = try OutputPipe(onLine: onLine)
        do throws(SpawnError) {
            return [output, try OutputPipe(onLine: onLine)]
        } catch {
            output.finish()
            throw error
        }
    }
}
