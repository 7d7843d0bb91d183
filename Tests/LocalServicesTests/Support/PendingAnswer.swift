import LocalHTTP
import Synchronization
import Testing

/// An answer that may not be there yet.
final class PendingAnswer: Sendable {
    private let response = Mutex<HTTPResponse?>(nil)

    func set(_ response: HTTPResponse) {
        self.response.withLock { $0 = response }
    }

    /// Whether the answer is there.
    var isThere: Bool { response.withLock { $0 != nil } }

    /// The answer; fails the test where there is none yet.
    func answer() throws -> Answer {
        Answer(try #require(response.withLock { $0 }, "the request is not answered"))
    }
}
