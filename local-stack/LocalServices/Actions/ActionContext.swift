/// What an action knows of the request that asked for it.
package struct ActionContext: Sendable {
    /// The account and region in which the action works.
    package let location: Location
    /// The id that the answer carries.
    package let requestID: String
    /// Where the client reached the local stack, such as `http://localhost:4566`.
    package let baseURL: String
    /// Whether the request came by the older Query protocol, which has other texts for some errors.
    package var isQuery = false
    /// Where the request comes from.
    package var origin = RequestOrigin.process
    /// Who waits for messages of which queue.
    let signals: QueueSignals
    /// Who watches which stream of events.
    let watchers: EventWatchers

    /// A context; `signals` and `watchers` must be those of the writer in whose actions it is used.
    init(
        location: Location,
        requestID: String,
        baseURL: String,
        signals: QueueSignals,
        watchers: EventWatchers
    ) {
        self.location = location
        self.requestID = requestID
        self.baseURL = baseURL
        self.signals = signals
        self.watchers = watchers
    }
}
