import StageContracts

/// Watches a request until it has ended: by its events where there are any, else by looking at its record.
package struct RequestFollower {
    private let client: APIClient
    private let pause: (Duration) -> Void

    /// Where a request comes from.
    package enum Origin {
        /// It was accepted a moment ago: its record will come.
        case accepted(eventsURL: String?)
        /// Somebody named it: it may not exist.
        case named
    }

    /// A follower; `pause` waits for a time.
    package init(_ client: APIClient, pause: @escaping (Duration) -> Void) {
        (self.client, self.pause) = (client, pause)
    }

    /// Waits for the end of a request and answers its record.
    ///
    /// - Throws: `APIError.refused` with 404 for an id that was named and does not come up within seconds.
    package func follow(
        _ id: String,
        _ origin: Origin,
        report: (RequestProgress) -> Void
    ) throws(APIError) -> RecordDocument {
        let poll = RecordPoll(client: client, id: id, pause: pause)
        switch origin {
        case .accepted(let eventsURL):
            report(.pending)
            if let eventsURL { watch(eventsURL, report) }
            return try poll.end(mayBeMissing: true, report)
        case .named:
            let found = try poll.find()
            report(RequestProgress(found.record))
            if found.record.status.isTerminal { return found }
            watch(client.eventsURL(id), report)
            return try poll.end(mayBeMissing: false, report)
        }
    }

    /// Reads events to the one that ends the request; where that fails, the record has to be looked at.
    private func watch(_ url: String, _ report: (RequestProgress) -> Void) {
        let stream = EventStream(url: url, transport: client.transport, pause: pause)
        _ = stream.read { event in
            guard let progress = RequestProgress(event) else { return true }
            report(progress)
            return !progress.status.isTerminal
        }
    }
}
