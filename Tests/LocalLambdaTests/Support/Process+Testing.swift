import Foundation

extension Process {
    /// Starts the process; what is answered tells of its end.
    func start() throws -> ProcessEnd {
        let (statuses, continuation) = AsyncStream<Int32>.makeStream()
        terminationHandler = { process in
            continuation.yield(process.terminationStatus)
            continuation.finish()
        }
        try run()
        return ProcessEnd(name: executableURL?.lastPathComponent ?? "the process", statuses: statuses)
    }

    /// Kills the process if it still runs.
    func end() {
        if isRunning { kill(processIdentifier, SIGKILL) }
    }
}
