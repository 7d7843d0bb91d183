import LocalHTTP
import Synchronization

/// What listens on the ports: it says that the stack is starting until there is something to answer with.
final class Edge: HTTPHandler {
    private let routes = Mutex<EdgeRoutes?>(nil)

    /// Begins to answer.
    func open(_ routes: EdgeRoutes) {
        self.routes.withLock { $0 = routes }
    }

    /// Answers as if the stack were starting again.
    func close() {
        routes.withLock { $0 = nil }
    }

    func bodyPlan(for head: HTTPRequest) -> BodyPlan {
        guard let routes = routes.withLock({ $0 }) else { return .refuse(HealthPage.starting) }
        return routes.handler(for: head).bodyPlan(for: head)
    }

    func handle(_ request: HTTPRequest, reply: Reply) {
        guard let routes = routes.withLock({ $0 }) else { return reply.send(HealthPage.starting) }
        routes.handler(for: request).handle(request, reply: reply)
    }
}
