import Synchronization

/// The way back to one client: the first answer wins, and there always is one.
///
/// The connection waits suspended until `send`, without a thread. A reply that is released unanswered sends a 500.
package final class Reply: Sendable {
    private let delivery: Mutex<(@Sendable (HTTPResponse) -> Void)?>

    /// A reply that hands its answer to `deliver`, on the thread that sends it.
    package init(_ deliver: @escaping @Sendable (HTTPResponse) -> Void) {
        delivery = Mutex(deliver)
    }

    deinit {
        send(HTTPResponse(status: 500, contentType: "text/plain", text: "The request was not answered.\n"))
    }

    /// Answers the request; every further call does nothing.
    package func send(_ response: HTTPResponse) {
        let deliver = delivery.withLock { $0.take() }
        deliver?(response)
    }
}
