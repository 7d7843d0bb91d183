import Foundation
import Synchronization

@testable import LocalLambda

extension Pipe {
    /// What is written to the pipe, line by line, until its end; an error where that does not come.
    var lines: AsyncThrowingStream<String, any Error> {
        let splitter = Mutex(LineSplitter())
        return AsyncThrowingStream { continuation in
            Waiting.atLimit { continuation.finish(throwing: TookTooLong("end of the output")) }
            fileHandleForReading.readabilityHandler = { handle in
                let bytes = handle.availableData
                let lines = splitter.withLock { splitter in
                    bytes.isEmpty ? splitter.finish().map { [$0] } ?? [] : splitter.append(bytes)
                }
                for line in lines { continuation.yield(String(decoding: line, as: UTF8.self)) }
                guard bytes.isEmpty else { return }
                handle.readabilityHandler = nil
                continuation.finish()
            }
        }
    }
}
