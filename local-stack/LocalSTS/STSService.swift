package import LocalHTTP
package import LocalServiceKit

/// AWS Security Token Service; it keeps nothing.
package struct STSService: RoutedService {
    private let query: QueryProtocol

    /// A service that tells callers who they are.
    package init(_ environment: ServiceEnvironment) {
        query = QueryProtocol(layout: STS.layout, actions: STS.actions, environment)
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        query.handle(request, context, reply: reply)
    }

    /// Whether the service has an action of that name.
    package func hasAction(_ name: String) -> Bool { query.hasAction(name) }
}
