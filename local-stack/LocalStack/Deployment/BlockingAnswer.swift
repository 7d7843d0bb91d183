import Dispatch
import LocalHTTP
import Synchronization

/// Lets the starting thread wait for an answer that comes on another one.
final class BlockingAnswer: Sendable {
    private let response = Mutex<HTTPResponse?>(nil)
    private let semaphore = DispatchSemaphore(value: 0)

    /// Hands over the answer.
    func set(_ answer: HTTPResponse) {
        response.withLock { $0 = answer }
        semaphore.signal()
    }

    /// Waits for the answer.
    func wait() -> HTTPResponse {
        semaphore.wait()
        return response.withLock { $0 } ?? HTTPResponse(status: 500)
    }
}
