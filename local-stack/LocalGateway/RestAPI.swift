package import LocalHTTP

/// A REST API of API Gateway on this machine: it checks, maps, calls the service behind the method and maps the answer.
package final class RestAPI: HTTPHandler {
    private let definition: APIDefinition
    private let settings: RestAPISettings
    private let surroundings: RestAPISurroundings

    /// An API with what it needs of the stack and of the process.
    package init(
        _ definition: APIDefinition,
        _ settings: RestAPISettings,
        _ surroundings: RestAPISurroundings
    ) {
        self.definition = definition
        self.settings = settings
        self.surroundings = surroundings
    }

    /// Whether a request is for this API: it begins with the stage's name, or its first segment is one of the API's.
    package func claims(_ head: HTTPRequest) -> Bool {
        if head.rawPath == "/\(settings.stage)" || head.rawPath.hasPrefix("/\(settings.stage)/") {
            return true
        }
        if case .method = definition.routes.match(head.method, head.rawPath) { return true }
        return definition.routes.beginsLikeOne(head.rawPath)
    }

    package func bodyPlan(for head: HTTPRequest) -> BodyPlan {
        let refusal: @Sendable () -> HTTPResponse = { [self] in
            let request = MethodRequest(unmatched: head)
            let message = "HTTP content length exceeded \(CollectedBody.maximumByteCount) bytes."
            return response(
                to: GatewayFault(.requestTooLarge, message: message),
                newContext(of: request),
                request
            )
        }
        if let length = head.headers["Content-Length"].flatMap({ Int($0) }),
            length > CollectedBody.maximumByteCount
        {
            return .refuse(refusal())
        }
        return .sink(CollectedBody(refusal: refusal))
    }

    package func handle(_ request: HTTPRequest, reply: Reply) {
        handle(request) { reply.send($0) }
    }

    /// Answers a request.
    func handle(_ request: HTTPRequest, answer: @escaping @Sendable (HTTPResponse) -> Void) {
        let route = definition.routes.match(request.method, pathWithoutStage(request.rawPath))
        guard case .method(let method, let parameters) = route else {
            let unmatched = MethodRequest(unmatched: request)
            return answer(
                response(to: GatewayFault(.missingAuthenticationToken), newContext(of: unmatched), unmatched)
            )
        }
        var methodRequest = MethodRequest(unmatched: request)
        var context = newContext(of: methodRequest)
        do throws(GatewayFault) {
            methodRequest = try MethodRequest(request, method, parameters: parameters)
            context = newContext(of: methodRequest)
            try RequestCheck(method: method, schemas: definition.schemas).check(methodRequest)
            if watch(method, methodRequest, context, answer) { return }
            try integrate(method, methodRequest, context, request, answer)
        } catch {
            answer(response(to: error, context, methodRequest))
        }
    }

    /// Answers with the method's events; false where it has none.
    private func watch(
        _ method: APIMethod,
        _ request: MethodRequest,
        _ context: GatewayContext,
        _ answer: @escaping @Sendable (HTTPResponse) -> Void
    ) -> Bool {
        guard let stream = method.eventStream, let watch = surroundings.watch,
            let value = request.pathParameters[stream.parameter], stream.canHave(value)
        else { return false }
        watch(stream, value, request.headers["Last-Event-ID"]) { response in
            var response = response
            response.headers["x-amzn-RequestId"] = context.requestID
            answer(response)
        }
        return true
    }

    private func integrate(
        _ method: APIMethod,
        _ request: MethodRequest,
        _ started: GatewayContext,
        _ original: HTTPRequest,
        _ answer: @escaping @Sendable (HTTPResponse) -> Void
    ) throws(GatewayFault) {
        let builder = IntegrationRequestBuilder(
            integration: method.integration,
            request: request,
            stageVariables: settings.stageVariables,
            binaryMediaTypes: definition.binaryMediaTypes
        )
        var context = started
        let body = try builder.body(&context)
        let finish: @Sendable (HTTPResponse) -> Void = { [self, context] in
            answer(mapped($0, method, request, context))
        }
        switch method.integration.target {
        case .mock: finish(MockAnswer.response(to: body.bytes))
        case .service(let address):
            let call = try builder.serviceRequest(address, body: body, context, original)
            let target = CallTarget(service: address.service, roleARN: method.integration.roleARN)
            surroundings.dispatch(target, call) { [self] answer in
                report(answer, of: address.service, to: request)
                finish(answer)
            }
        }
    }

    private func mapped(
        _ serviceAnswer: HTTPResponse,
        _ method: APIMethod,
        _ request: MethodRequest,
        _ context: GatewayContext
    ) -> HTTPResponse {
        let builder = IntegrationResponseBuilder(
            integration: method.integration,
            request: request,
            stageVariables: settings.stageVariables,
            binaryMediaTypes: definition.binaryMediaTypes
        )
        do throws(GatewayFault) {
            return try builder.response(serviceAnswer, context)
        } catch {
            return response(to: error, context, request)
        }
    }

    /// A caller sees only what the response templates make of a refusal; its reason is for the operator.
    private func report(_ answer: HTTPResponse, of service: String, to request: MethodRequest) {
        guard answer.status >= 400, case .bytes(let bytes) = answer.body else { return }
        let reason = String(decoding: bytes.prefix(500), as: UTF8.self)
        surroundings.report(
            "api: \(request.httpMethod) \(request.path): \(service) answered \(answer.status) \(reason)"
        )
    }

    private func response(
        to fault: GatewayFault,
        _ context: GatewayContext,
        _ request: MethodRequest
    ) -> HTTPResponse {
        if let detail = fault.detail {
            surroundings.report("api: \(request.httpMethod) \(request.path): \(detail)")
        }
        return definition.gatewayResponses.response(for: fault.type).response(for: fault, context)
    }

    private func newContext(of request: MethodRequest) -> GatewayContext {
        GatewayContext(
            request,
            settings,
            requestID: surroundings.makeRequestID(),
            milliseconds: surroundings.now()
        )
    }

    private func pathWithoutStage(_ path: String) -> String {
        let prefix = "/\(settings.stage)"
        guard path == prefix || path.hasPrefix(prefix + "/") else { return path }
        return path == prefix ? "/" : String(path.dropFirst(prefix.count))
    }
}
