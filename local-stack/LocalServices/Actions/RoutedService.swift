package import LocalHTTP

/// One service behind the router.
package protocol RoutedService: Sendable {
    /// Decides by the head what happens to the body.
    func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan

    /// Answers a request, now or later from any thread.
    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply)
}

extension RoutedService {
    /// The largest body of an action: DynamoDB takes 16 MB in a batch.
    package static var maximumBodyByteCount: Int { 17 << 20 }

    /// In memory.
    package func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan {
        .memory(maximumByteCount: Self.maximumBodyByteCount)
    }
}

extension HTTPRequest {
    /// The body of a request whose plan was to keep it in memory.
    var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }
}
