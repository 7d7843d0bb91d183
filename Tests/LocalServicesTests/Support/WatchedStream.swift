import Foundation
import LocalStore
import Synchronization
import Testing

@testable import LocalEventStreams
@testable import LocalHTTP
@testable import LocalServices

/// What somebody who watches a stream has got.
final class WatchedStream {
    let answer: HTTPResponse
    private var text = ""

    /// Connects to a stream.
    init(
        _ cloud: LocalCloud,
        _ source: EventStreamSource,
        _ value: String,
        after lastEventID: String? = nil,
        in streams: EventStreams? = nil
    ) throws {
        let answer = Mutex<HTTPResponse?>(nil)
        (streams ?? cloud.stack.eventStreams).open(source, value: value, lastEventID: lastEventID) {
            response in
            answer.withLock { $0 = response }
        }
        try cloud.writer.settle()
        self.answer = try #require(answer.withLock { $0 }, "the stream is not answered")
    }

    /// Everything that was sent until now.
    func received() -> String {
        guard case .stream(let stream) = answer.body else { return "" }
        var buffer = [UInt8](repeating: 0, count: 1000)
        while case let count = buffer.withUnsafeMutableBytes({ stream.read(into: $0) }), count > 0 {
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return text
    }

    /// The events that were sent until now, as "id name data".
    func events() -> [String] {
        received().split(separator: "\n\n").compactMap { block in
            var fields: [Substring: [Substring]] = [:]
            for line in block.split(separator: "\n") {
                let parts = line.split(separator: ": ", maxSplits: 1)
                fields[parts[0], default: []].append(parts.count == 2 ? parts[1] : "")
            }
            guard let name = fields["event"]?.first else { return nil }
            return
                "\(fields["id"]?.first ?? "-") \(name) \(fields["data", default: []].joined(separator: "/"))"
        }
    }

    /// The client leaves.
    func leave() {
        if case .stream(let stream) = answer.body { stream.close() }
    }
}
