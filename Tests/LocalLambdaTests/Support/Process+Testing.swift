import Foundation

extension Process {
    /// Waits for the process's end, without a thread that blocks.
    func waitForStatus() async throws -> Int32 {
        try await Waiting.until("end of \(executableURL?.lastPathComponent ?? "the process")") { !isRunning }
        return terminationStatus
    }

    /// Kills the process if it still runs.
    func end() {
        if isRunning { kill(processIdentifier, SIGKILL) }
    }
}
