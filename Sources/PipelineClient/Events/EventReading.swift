/// What has been read of a stream, over all its connections.
final class EventReading {
    private(set) var parser = ServerSentEventParser()
    /// Whether the present connection has brought an event.
    private(set) var hasEvents = false
    /// Whether the receiver wants no more.
    private(set) var hasEnough = false
    private let receive: (ServerSentEvent) -> Bool

    /// The start of a stream whose events go to `receive`, until that answers false.
    init(_ receive: @escaping (ServerSentEvent) -> Bool) {
        self.receive = receive
    }

    /// Begins another connection that continues after the last event.
    func reopen() {
        parser = parser.reopened
        hasEvents = false
    }

    /// Takes the next bytes; answers whether more is wanted.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        for event in parser.consume(bytes) where !hasEnough {
            hasEvents = true
            hasEnough = !receive(event)
        }
        return !hasEnough
    }
}
