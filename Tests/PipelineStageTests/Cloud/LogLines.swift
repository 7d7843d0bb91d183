import PipelineRuntime
import Synchronization

/// Keeps log lines for a test to look at.
final class LogLines: LogOutput {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func write(line: [UInt8]) {
        lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }
}
