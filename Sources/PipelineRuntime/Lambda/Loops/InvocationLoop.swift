/// Takes invocations from the Runtime API one after the other, hands them to a handler and answers them.
///
/// What each status means is what AWS documents: 202 goes on; 400 and 403 are logged and the loop goes on, and `next`
/// tells whether the state is lost; 413 goes straight to `next`, because the invoker has already been told; 500 ends
/// the process. A call that gets no answer is logged, and `next`, tried five times, tells whether the API is gone.
struct InvocationLoop {
    /// How often `next` may fail in a row.
    static let maximumAttemptCount = 5

    private let client: RuntimeAPIClient
    private let handler: any LambdaHandler
    private let gate: WorkGate
    private let logger: Logger
    private let clock: any WallClock
    private let setTraceID: (String?) -> Void
    private let pause: (Duration) -> Void

    /// Makes a loop.
    ///
    /// - Parameters:
    ///   - client: The Runtime API.
    ///   - handler: What handles events.
    ///   - gate: Encloses each invocation, so that a request to stop waits for its end.
    ///   - logger: Where failures are told.
    ///   - clock: What the deadline is compared with.
    ///   - setTraceID: Takes each invocation's trace id; it does nothing when several loops share the process.
    ///   - pause: Waits between attempts.
    init(
        client: RuntimeAPIClient,
        handler: any LambdaHandler,
        gate: WorkGate,
        logger: Logger,
        clock: any WallClock = SystemWallClock(),
        setTraceID: @escaping (String?) -> Void,
        pause: @escaping (Duration) -> Void
    ) {
        self.client = client
        self.handler = handler
        self.gate = gate
        self.logger = logger
        self.clock = clock
        self.setTraceID = setTraceID
        self.pause = pause
    }

    /// Handles invocations until the process is asked to stop or cannot go on.
    func run() -> ProcessStatus {
        while true {
            guard let arrival = next() else { return .failed }
            guard gate.enter() else { return .stopped }
            let canGoOn = serve(arrival)
            gate.leave()
            guard canGoOn else { return .failed }
            guard !gate.isClosed else { return .stopped }
        }
    }

    /// - Returns: `nil` when the Runtime API is lost.
    private func next() -> Arrival? {
        for attempt in 1...Self.maximumAttemptCount {
            do {
                return try Arrival(client.next())
            } catch .containerFailed(let detail) {
                logger.fatal("the execution environment failed", ["detail": .string(detail)])
                return nil
            } catch {
                logger.error("no invocation arrived", ["attempt": .integer(attempt), "detail": "\(error)"])
                if attempt < Self.maximumAttemptCount { pause(.milliseconds(100 << (attempt - 1))) }
            }
        }
        logger.fatal("the Runtime API is lost")
        return nil
    }

    /// - Returns: Whether the loop can go on.
    private func serve(_ arrival: Arrival) -> Bool {
        do {
            let headers = InvocationHeaders(headers: arrival.response.headers)
            let context = try headers.context(requestID: arrival.requestID, clock: clock, logger: logger)
            setTraceID(context.traceID)
            let answer = try handler.handle(arrival.response.body, context)
            return deliver(arrival.requestID) { () throws(RuntimeAPIError) in
                try client.respond(to: arrival.requestID, with: answer)
            }
        } catch {
            return report(error, of: arrival.requestID)
        }
    }

    private func report(_ failure: InvocationFailure, of requestID: String) -> Bool {
        logger.with(["requestId": .string(requestID)]).invocationFailed(failure)
        return deliver(requestID) { () throws(RuntimeAPIError) in try client.report(failure, of: requestID) }
    }

    private func deliver(_ requestID: String, _ call: () throws(RuntimeAPIError) -> Void) -> Bool {
        do {
            try call()
            return true
        } catch {
            logger.error("the answer was not taken", ["requestId": .string(requestID), "detail": "\(error)"])
            if case .containerFailed = error { return false }
            return true
        }
    }

    /// An invocation that can be answered.
    private struct Arrival {
        let requestID: String
        let response: HTTPResponse

        init(_ response: HTTPResponse) throws(RuntimeAPIError) {
            guard let requestID = InvocationHeaders(headers: response.headers).requestID else {
                throw .unidentifiedInvocation
            }
            self.requestID = requestID
            self.response = response
        }
    }
}
