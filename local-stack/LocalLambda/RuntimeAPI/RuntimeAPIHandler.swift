import LocalHTTP

/// The Runtime API and the Extensions API of one execution environment, as an HTTP server sees them.
///
/// It only reads the request; the environment decides.
final class RuntimeAPIHandler: HTTPHandler {
    private let onCall: @LambdaActor @Sendable (RuntimeCall) -> Void

    init(onCall: @escaping @LambdaActor @Sendable (RuntimeCall) -> Void) {
        self.onCall = onCall
    }

    func bodyPlan(for head: HTTPRequest) -> BodyPlan {
        .sink(ReceivedPayload())
    }

    func handle(_ request: HTTPRequest, reply: Reply) {
        let route = RuntimeRoute(method: request.method, path: request.rawPath)
        switch route {
        case .unknown:
            reply.send(HTTPResponse(status: 404, contentType: "text/plain", text: "404 page not found\n"))
        case .wrongMethod: reply.send(HTTPResponse(status: 405))
        case .ping: reply.send(HTTPResponse(status: 200, contentType: "text/plain", text: "pong"))
        case .telemetry: reply.send(.json(status: 202, Self.noTelemetry))
        default: pass(RuntimeCall(route: route, request: request, reply: reply))
        }
    }

    private func pass(_ call: RuntimeCall) {
        let onCall = onCall
        LambdaActor.post { onCall(call) }
    }

    private static let noTelemetry = ErrorDocument(
        type: "Telemetry.NotSupported",
        message: "Telemetry API is not supported"
    )
}
