package import LocalHTTP
package import LocalServiceKit
package import LocalStore

/// Amazon Simple Email Service in both versions of its API, and the mails that were sent.
package struct SESService: RoutedService {
    /// Where the paths of version 2 begin.
    package static let pathOfVersion2 = "/v2/email/"

    private let query: QueryProtocol
    private let rest: RESTProtocol
    private let writer: StateWriter

    /// Brings the tables to their present shape.
    ///
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(_ environment: ServiceEnvironment) throws(StoreError) {
        writer = environment.writer
        try writer.registerSchema(SES.schema)
        query = QueryProtocol(layout: SES.layout, actions: SES.actions, environment)
        rest = RESTProtocol(
            routes: SESV2.routes,
            maximumBodyByteCount: SESV2.maximumBodyByteCount,
            environment
        )
    }

    /// In memory; a mail of version 2 may be large.
    package func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan {
        version(of: head).bodyPlan(for: head, context)
    }

    /// Answers a request of either version.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        version(of: request).handle(request, context, reply: reply)
    }

    /// Whether version 1 has an action of that name.
    package func hasAction(_ name: String) -> Bool { query.hasAction(name) }

    /// The mails that were sent.
    package var pages: [any ControlPage] { [OutboxPage(writer: writer)] }

    private func version(of request: HTTPRequest) -> any RoutedService {
        request.rawPath.hasPrefix(Self.pathOfVersion2) ? rest : query
    }
}
