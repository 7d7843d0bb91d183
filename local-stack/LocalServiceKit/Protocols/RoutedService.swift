package import LocalHTTP

/// One service behind the router.
package protocol RoutedService: Sendable {
    /// Decides by the head what happens to the body.
    func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan

    /// Answers a request, now or later from any thread.
    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply)

    /// Whether the service has an action of that name; asked for forms that do not say which service they are for.
    func hasAction(_ name: String) -> Bool

    /// Pages of the local stack's own that show what the service holds.
    var pages: [any ControlPage] { get }
}

extension RoutedService {
    /// The largest body of an action: DynamoDB takes 16 MB in a batch.
    static var maximumBodyByteCount: Int { 17 << 20 }

    /// Only services with a Query protocol are asked.
    package func hasAction(_ name: String) -> Bool { false }

    /// Most services have none.
    package var pages: [any ControlPage] { [] }

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
