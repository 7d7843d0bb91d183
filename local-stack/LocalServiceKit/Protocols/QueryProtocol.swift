package import LocalHTTP

/// AWS's Query protocol: the action and its input as a form, the output as XML.
package struct QueryProtocol: RoutedService {
    private let layout: QueryLayout
    private let actions: ActionTable
    private let runner: ActionRunner
    private let authenticator: Authenticator

    /// The protocol of a service whose messages are written so.
    package init(layout: QueryLayout, actions: ActionTable, _ environment: ServiceEnvironment) {
        self.layout = layout
        self.actions = actions
        runner = environment.runner
        authenticator = environment.authenticator
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        var context = context
        context.isQuery = true
        let form = Self.form(of: request)
        let name = form?["Action"]?.text ?? ""
        let answer = { @Sendable [context] (result: Result<WireValue, ServiceError>) in
            reply.send(self.response(result, action: name, context))
        }
        do throws(ServiceError) {
            try authenticator.verify(
                request,
                context,
                forAnyone: actions[name]?.isForAnyone ?? false,
                \.queryError
            )
            guard let form else {
                throw ServiceError("MalformedQueryString", "The form cannot be read.", status: 404)
            }
            guard let action = actions[name] else { throw .unknownAction(name) }
            let message = layout.shape.message(form, request, context)
            let refuse = { (error: WireError) in layout.refuse(error) }
            runner.run(action, .object(message), isTextual: true, context, refuse: refuse, then: answer)
        } catch {
            answer(.failure(error))
        }
    }

    /// Whether the service has an action of that name.
    package func hasAction(_ name: String) -> Bool { actions[name] != nil }

    /// The form of a request: its body, or its query where it has none; nil where that is malformed.
    package static func form(of request: HTTPRequest) -> WireObject? {
        let bytes = request.bytes
        let items = bytes.isEmpty ? request.queryItems : QueryItem.parseForm(bytes)
        return items.map(FormReader.read)
    }

    private func response(
        _ result: Result<WireValue, ServiceError>,
        action: String,
        _ context: ActionContext
    ) -> HTTPResponse {
        let headers: HTTPHeaders = ["Content-Type": "text/xml", "x-amzn-RequestId": context.requestID]
        switch result {
        case .success(let value):
            let hasResult = actions[action]?.hasResult ?? false
            let result = hasResult ? value : .null
            let body = layout.document(result, action: action, requestID: context.requestID)
            return HTTPResponse(status: 200, headers: headers, body: .bytes(body))
        case .failure(let error):
            let body = layout.document(error, requestID: context.requestID)
            return HTTPResponse(status: error.status, headers: headers, body: .bytes(body))
        }
    }
}
