import CLinux
import Glibc

/// One stream of a process, read line by line without blocking.
@LambdaActor
final class OutputPipe {
    /// The end to hand to the process; -1 after it was closed here.
    private(set) var writeEnd: Int32 = -1
    private let readEnd: Int32
    private var splitter = LineSplitter()
    private var isOpen = true
    private let onLine: @LambdaActor ([UInt8]) -> Void

    init(onLine: @escaping @LambdaActor ([UInt8]) -> Void) throws(SpawnError) {
        var descriptor: Int32 = -1
        let code = clinux_pipe(&descriptor, &writeEnd)
        guard code == 0 else { throw SpawnError(code: code) }
        readEnd = descriptor
        // Only this end: who inherits the other one expects it to block.
        _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
        self.onLine = onLine
        do throws(SpawnError) {
            try InputWatch.shared.add(readEnd) { [weak self] in self?.drain() }
        } catch {
            close()
            throw error
        }
    }

    /// Closes this side's copy of the writing end.
    func closeWriteEnd() {
        if writeEnd >= 0 { Glibc.close(writeEnd) }
        writeEnd = -1
    }

    /// Reads what is there now.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while isOpen {
            let count = buffer.withUnsafeMutableBytes { read(readEnd, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count == 0 { close() }
            guard count > 0 else { return }
            splitter.append(buffer[..<count]).forEach(onLine)
        }
    }

    /// Reads what is left, the end of a line or not, and closes.
    func finish() {
        drain()
        close()
    }

    private func close() {
        guard isOpen else { return }
        isOpen = false
        if let rest = splitter.finish() { onLine(rest) }
        closeWriteEnd()
        InputWatch.shared.remove(readEnd)
        Glibc.close(readEnd)
    }
}
