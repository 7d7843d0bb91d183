import LocalHTTP

/// A request of a runtime or an extension that waits for its environment's answer.
struct RuntimeCall: Sendable {
    let route: RuntimeRoute
    let headers: HTTPHeaders
    /// The body; nil where it is longer than what an invocation may answer.
    let body: [UInt8]?
    let reply: Reply

    init(route: RuntimeRoute, request: HTTPRequest, reply: Reply) {
        self.route = route
        self.reply = reply
        headers = request.headers
        body =
            switch request.body {
            case .bytes(let bytes): bytes
            case .received(let sink): (sink as? ReceivedPayload)?.bytes
            }
    }

    /// `{"status":"OK"}` with 202.
    func accept() {
        reply.send(.json(status: 202, ["status": "OK"]))
    }
}
