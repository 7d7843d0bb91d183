import Glibc

/// Writes a timer's failure as one line to standard error.
@Sendable
package func reportTimerFailure(key: String, error: any Error) {
    let line = Array("local-stack: the timer \(key) failed: \(error)\n".utf8)
    // Best effort: there is nobody to tell that standard error is closed.
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
