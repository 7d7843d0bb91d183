import Foundation

@testable import LocalLambda

extension Pipe {
    /// What is written to the pipe, line by line, until its end; an error where that does not come.
    ///
    /// A thread reads, not a handler of the file handle: such handlers can crash when the other end is closed.
    var lines: AsyncThrowingStream<String, any Error> {
        let input = fileHandleForReading
        return AsyncThrowingStream { continuation in
            Waiting.atLimit { continuation.finish(throwing: TookTooLong("end of the output")) }
            Thread.detachNewThread {
                var splitter = LineSplitter()
                while case let bytes = input.availableData, !bytes.isEmpty {
                    for line in splitter.append(bytes) {
                        continuation.yield(String(decoding: line, as: UTF8.self))
                    }
                }
                if let rest = splitter.finish() { continuation.yield(String(decoding: rest, as: UTF8.self)) }
                continuation.finish()
            }
        }
    }
}
