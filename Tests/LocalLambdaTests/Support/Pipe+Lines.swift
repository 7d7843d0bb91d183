import Foundation
import Synchronization

@testable import LocalLambda

extension Pipe {
    /// What is written to the pipe, line by line, until its end.
    var lines: AsyncStream<String> {
        let splitter = Mutex(LineSplitter())
        return AsyncStream { continuation in
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
