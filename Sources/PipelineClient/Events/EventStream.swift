import PipelineRuntime

/// A stream of events that is opened again where it broke off.
struct EventStream {
    /// Why a stream is read no further.
    enum End: Equatable {
        /// The receiver has enough.
        case finished
        /// There is no such stream, or it breaks off again and again.
        case unavailable
    }

    /// The most connections in a row that may break off without an event.
    private static let maximumFailureCount = 4
    /// A stream that is silent for longer has broken off; its server sends comments in between.
    private static let silenceLimit = Duration.seconds(60)

    let url: String
    let transport: any HTTPStreamingTransport
    let pause: (Duration) -> Void

    /// Reads events until `receive` answers false.
    func read(_ receive: (ServerSentEvent) -> Bool) -> End {
        withoutActuallyEscaping(receive) { read(EventReading($0)) }
    }

    private func read(_ reading: EventReading) -> End {
        var failureCount = 0
        while failureCount < Self.maximumFailureCount {
            switch connect(reading) {
            case .end(let end): return end
            case .again(let isFailure): failureCount = isFailure && !reading.hasEvents ? failureCount + 1 : 0
            }
            pause(delay(reading.parser, failureCount))
        }
        return .unavailable
    }

    /// What follows from one connection.
    private enum Outcome {
        case end(End)
        /// It is to be opened again: a server may answer what there is and close.
        case again(isFailure: Bool)
    }

    /// Reads one connection to its end.
    private func connect(_ reading: EventReading) -> Outcome {
        reading.reopen()
        let request = request(after: reading.parser.lastEventID)
        let result = Result { () throws(HTTPError) in try transport.stream(request, to: reading.take) }
        if reading.hasEnough { return .end(.finished) }
        guard case .success(let response) = result else { return .again(isFailure: true) }
        // An answer that is no stream will be none the next time either.
        return Self.isStream(response) ? .again(isFailure: false) : .end(.unavailable)
    }

    private func request(after lastEventID: String) -> HTTPRequest {
        var headers: HTTPHeaders = ["Accept": "text/event-stream", "Cache-Control": "no-cache"]
        if !lastEventID.isEmpty { headers.add("Last-Event-ID", lastEventID) }
        return HTTPRequest("GET", url, headers: headers, stallTimeout: Self.silenceLimit)
    }

    private static func isStream(_ response: HTTPResponse) -> Bool {
        let mediaType = response.headers["Content-Type"]?.prefix { $0 != ";" }.lowercased()
        return response.status == 200 && mediaType == "text/event-stream"
    }

    /// The pause that the stream asked for, or else half a second, doubled with each failure.
    private func delay(_ parser: ServerSentEventParser, _ failureCount: Int) -> Duration {
        let base = Duration.milliseconds(min(parser.retryMilliseconds ?? 500, 30_000))
        return base * (1 << max(0, failureCount - 1))
    }
}
