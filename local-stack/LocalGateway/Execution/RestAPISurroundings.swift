package import LocalHTTP

/// What an API needs of the process around it.
package struct RestAPISurroundings: Sendable {
    /// Calls a service of this process: its name (`s3`, `sns`, …), the request, and who takes the answer.
    package typealias Dispatch =
        @Sendable (
            _ service: String, _ request: HTTPRequest, _ reply: @escaping @Sendable (HTTPResponse) -> Void
        ) -> Void

    /// Calls a service.
    package var dispatch: Dispatch
    /// Milliseconds since 1970.
    package var now: @Sendable () -> Int64
    /// A new id for each request.
    package var makeRequestID: @Sendable () -> String
    /// Takes lines for the operator, such as why a mapping template failed.
    package var report: @Sendable (String) -> Void

    /// The process around an API.
    package init(
        dispatch: @escaping Dispatch,
        now: @escaping @Sendable () -> Int64,
        makeRequestID: @escaping @Sendable () -> String,
        report: @escaping @Sendable (String) -> Void
    ) {
        self.dispatch = dispatch
        self.now = now
        self.makeRequestID = makeRequestID
        self.report = report
    }
}
