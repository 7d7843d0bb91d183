import Dispatch
import LocalHTTP
import Synchronization
import Testing

/// An answer that may not be there yet.
final class PendingAnswer: Sendable {
    private let response = Mutex<HTTPResponse?>(nil)
    private let arrival = DispatchSemaphore(value: 0)

    func set(_ response: HTTPResponse) {
        self.response.withLock { $0 = response }
        arrival.signal()
    }

    /// Whether the answer is there.
    var isThere: Bool { response.withLock { $0 != nil } }

    /// The answer, which the writer's thread brings; fails the test where none comes.
    func answer() throws -> Answer {
        if !isThere { _ = arrival.wait(timeout: .now() + .seconds(30)) }
        return Answer(try #require(response.withLock { $0 }, "the request is not answered"))
    }
}
