import PipelineRuntime
import Synchronization

/// Keeps the lines that were logged.
final class CollectedLines: LogOutput {
    private let collected = Mutex<[String]>([])

    var lines: [String] { collected.withLock(\.self) }

    func write(line: [UInt8]) {
        let text = String(decoding: line, as: UTF8.self)
        collected.withLock { $0.append(text) }
    }
}
