package import LocalHTTP
import LocalJSON
package import LocalServiceKit
package import LocalStore

/// Server-sent events out of topics: what was published is kept for a time, and whoever watches gets it as it comes.
package struct EventStreams: Sendable {
    private static let heartbeat = Duration.seconds(15)
    private static let sweepInterval = Duration.seconds(60)
    /// What a stream ends with of which nothing came.
    private static let unknown = "unknown"
    private static let reconnectionPause = Duration.seconds(1)

    let watchers: EventWatchers
    private let writer: StateWriter

    /// Brings the tables to their present shape, and begins to let events expire.
    ///
    /// - Parameters:
    ///   - environment: what services work with.
    ///   - maximumWatchers: how many may watch at the same time.
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(_ environment: ServiceEnvironment, maximumWatchers: Int = 3000) throws(StoreError) {
        let (writer, clock) = (environment.writer, environment.clock)
        try writer.registerSchema(Self.schema)
        self.writer = writer
        let watchers = EventWatchers(maximumCount: maximumWatchers)
        self.watchers = watchers
        writer.schedule(at: clock.now + Self.heartbeat, key: "event-stream-heartbeat") {
            Self.beat($0, watchers)
        }
        writer.schedule(at: clock.now + Self.sweepInterval, key: "event-stream-expiry", action: Self.sweep)
    }

    /// Sets which messages are kept; what was kept before stays until it expires.
    ///
    /// - Throws: `ServiceError` where the store cannot be written.
    package func setSources(_ sources: [EventStreamSource]) throws(ServiceError) {
        try writer.runAndWait { database throws(ServiceError) in
            try database.setEventStreamSources(sources)
        }
    }

    /// Begins to send the events of a stream: those that are kept, then those that come.
    ///
    /// Whoever asks for what comes after the last event gets a 204, which tells a client of the standard's to stop asking.
    ///
    /// - Parameters:
    ///   - source: the kind of stream.
    ///   - value: the attribute's value that its events have.
    ///   - lastEventID: the number of the last event that the client has seen; anything else counts as none.
    ///   - then: called once, on the writer's thread, with the answer.
    package func open(
        _ source: EventStreamSource,
        value: String,
        lastEventID: String?,
        then: @escaping @Sendable (HTTPResponse) -> Void
    ) {
        let key = EventStreamKey(topicARN: source.topicARN, attribute: source.attribute, value: value)
        let number = lastEventID.flatMap { Int($0) } ?? -1
        writer.run {
            database throws(ServiceError) -> (events: [StreamedEvent], isOver: Bool, now: Timestamp) in
            let isOver = try database.isOver(key, at: number)
            return (isOver ? [] : try database.events(of: key, after: number), isOver, database.now)
        } then: { result in
            guard let found = try? result.get() else { return then(.failedPage) }
            // On the writer's thread: nothing was published between the reading and this.
            then(found.isOver ? .nothingMoreComes : answer(found.events, key, source, at: found.now))
        }
    }

    private func answer(
        _ events: [StreamedEvent],
        _ key: EventStreamKey,
        _ source: EventStreamSource,
        at now: Timestamp
    ) -> HTTPResponse {
        let id = watchers.newID()
        let body = ResponseStream { [watchers] in watchers.remove(id, from: key) }
        let watcher = EventWatcher(
            body,
            until: now + source.patience,
            // A stream that has an end tells that it is none; any other is asked for again.
            farewell: source.lastNames.isEmpty ? nil : Self.unknown
        )
        guard watchers.add(watcher, id, to: key) else { return .tooManyWatchers }
        body.write(ServerSentEvent.retry(after: Self.reconnectionPause))
        for event in events { watcher.send(event, event.bytes) }
        return .events(body)
    }

    private static func beat(_ database: Database, _ watchers: EventWatchers) {
        let now = database.now
        database.schedule(at: now + heartbeat, key: "event-stream-heartbeat") { beat($0, watchers) }
        database.afterCommit { watchers.beat(at: now) }
    }

    @Sendable private static func sweep(_ database: Database) throws(ServiceError) {
        database.schedule(at: database.now + sweepInterval, key: "event-stream-expiry", action: sweep)
        try database.run("DELETE FROM event_stream_event WHERE expires_at <= ?", .timestamp(database.now))
    }
}

extension HTTPResponse {
    /// Pages of other origins may watch: nothing here is meant for some eyes only.
    private static let headers: HTTPHeaders = [
        "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache", "X-Accel-Buffering": "no",
    ]

    fileprivate static func events(_ body: ResponseStream) -> HTTPResponse {
        var headers = headers
        headers["Content-Type"] = "text/event-stream"
        return HTTPResponse(status: 200, headers: headers, body: .stream(body))
    }

    fileprivate static let nothingMoreComes = HTTPResponse(status: 204, headers: headers)

    fileprivate static var tooManyWatchers: HTTPResponse {
        var headers = headers
        headers["Content-Type"] = "application/problem+json"
        headers["Retry-After"] = "5"
        let problem: WireValue = [
            "type": "about:blank", "title": "Too many watch already; ask again later",
            "status": .number("503"), "code": "service_failed",
        ]
        return HTTPResponse(status: 503, headers: headers, body: .bytes(JSONWriter.write(problem)))
    }
}
