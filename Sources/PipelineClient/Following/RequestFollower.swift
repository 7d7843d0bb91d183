import StageContracts

/// Watches a request until it has ended: by its events where there are any, else by looking at its record.
package struct RequestFollower {
    private let client: APIClient
    private let pause: (Duration) -> Void

    /// Where a request comes from.
    package enum Origin {
        /// It was accepted a moment ago: its record will come, or its refusal.
        case accepted(AcceptedRequest)
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
        switch origin {
        case .accepted(let accepted):
            let poll = RecordPoll(id, pause: pause) { () throws(APIError) in try client.record(accepted) }
            report(.pending)
            // The events of an id that its caller chose may be those of another request.
            if accepted.statusQuery != nil {
                let found = try poll.start()
                report(RequestProgress(found.record))
                if found.record.status.isTerminal { return found }
            }
            if let eventsURL = accepted.eventsUrl { watch(eventsURL, report) }
            return try poll.end(mayBeMissing: true, report)
        case .named:
            let poll = RecordPoll(id, pause: pause) { () throws(APIError) in try client.record(id) }
            let found = try poll.find()
            report(RequestProgress(found.record))
            if found.record.status.isTerminal { return found }
            watch(client.eventsURL(id), report)
            return try poll.end(mayBeMissing: false, report)
        }
    }

    /// The record of a request that somebody named; nil if it does not come up within seconds.
    package func find(_ id: String) throws(APIError) -> RecordDocument? {
        try RecordPoll(id, pause: pause) { () throws(APIError) in try client.record(id) }.look()
    }

    /// What became of the posting of a request, as soon as a stage has taken it up; nil if that takes more than seconds.
    package func beginning(of accepted: AcceptedRequest) throws(APIError) -> RecordDocument? {
        let poll = RecordPoll(accepted.requestId, pause: pause) { () throws(APIError) in
            try client.record(accepted)
        }
        return try poll.look()
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
