import LocalHTTP
import LocalStore
import Synchronization

/// Somebody who watches a stream: gets every event once, in order.
final class EventWatcher: Sendable {
    private let body: ResponseStream
    private let giveUpAt: Timestamp
    private let farewell: String?
    private let lastNumber: Mutex<Int?>

    /// A watcher; without an event until then its stream ends, by an event `end` if there is a `farewell`.
    init(_ body: ResponseStream, until giveUpAt: Timestamp, farewell: String?) {
        self.body = body
        self.giveUpAt = giveUpAt
        self.farewell = farewell
        lastNumber = Mutex(nil)
    }

    /// Sends an event that comes after those that were sent; after the last one the stream ends.
    func send(_ event: StreamedEvent, _ bytes: [UInt8]) {
        let isNew = lastNumber.withLock { last in
            guard event.number > last ?? Int.min else { return false }
            last = event.number
            return true
        }
        guard isNew else { return }
        body.write(bytes)
        if event.isLast { finish(because: event.name) }
    }

    /// Keeps the connection alive; where nothing came at all for so long, the stream ends and the client may ask again.
    func beat(at now: Timestamp) {
        let isIdle = lastNumber.withLock { $0 == nil }
        guard isIdle, now >= giveUpAt else { return body.write(ServerSentEvent.comment) }
        if let farewell { finish(because: farewell) } else { body.finish() }
    }

    private func finish(because name: String) {
        body.write(ServerSentEvent.event(name: "end", data: name))
        body.finish()
    }
}

extension StreamedEvent {
    /// The event as it goes over the wire.
    var bytes: [UInt8] { ServerSentEvent.event(id: String(number), name: name, data: text) }
}
