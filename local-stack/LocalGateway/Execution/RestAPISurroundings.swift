package import LocalHTTP

/// What an API needs of the process around it.
package struct RestAPISurroundings: Sendable {
    /// Calls a service of this process: which (`s3`, `sns`, …) and in whose name, the request, and who takes the answer.
    package typealias Dispatch =
        @Sendable (
            _ target: CallTarget, _ request: HTTPRequest, _ reply: @escaping @Sendable (HTTPResponse) -> Void
        ) -> Void

    /// Streams events: which, of what value, after which event's id (nil: all), and who takes the answer.
    package typealias Watch =
        @Sendable (
            _ stream: EventStreamDefinition, _ value: String, _ lastEventID: String?,
            _ reply: @escaping @Sendable (HTTPResponse) -> Void
        ) -> Void

    /// Calls a service.
    package var dispatch: Dispatch
    /// Milliseconds since 1970.
    package var now: @Sendable () -> Int64
    /// A new id for each request.
    package var makeRequestID: @Sendable () -> String
    /// Takes lines for the operator, such as why a mapping template failed.
    package var report: @Sendable (String) -> Void
    /// Streams events; without it the integrations answer, as in the cloud.
    package var watch: Watch?

    /// The process around an API.
    package init(
        dispatch: @escaping Dispatch,
        now: @escaping @Sendable () -> Int64,
        makeRequestID: @escaping @Sendable () -> String,
        report: @escaping @Sendable (String) -> Void,
        watch: Watch? = nil
    ) {
        self.dispatch = dispatch
        self.now = now
        self.makeRequestID = makeRequestID
        self.report = report
        self.watch = watch
    }
}
