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
            let message = "HTTP content length exceeded \(CollectedBody.maximumByteCount) bytes."
            return response(to: GatewayFault(.requestTooLarge, message: message), head)
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
        let call: MethodCall
        do throws(GatewayFault) {
            call = try self.call(request)
        } catch {
            return answer(response(to: error, request))
        }
        do throws(GatewayFault) {
            try RequestCheck(method: call.method, schemas: definition.schemas).check(call.request)
            if !watch(call, answer) { try integrate(call, answer) }
        } catch {
            answer(response(to: error, call.context, call.request))
        }
    }

    /// The method that a request calls.
    private func call(_ request: HTTPRequest) throws(GatewayFault) -> MethodCall {
        let route = definition.routes.match(request.method, pathWithoutStage(request.rawPath))
        guard case .method(let method, let parameters) = route else {
            throw GatewayFault(.missingAuthenticationToken)
        }
        let methodRequest = try MethodRequest(request, method, parameters: parameters)
        return MethodCall(
            method: method,
            request: methodRequest,
            original: request,
            stageVariables: settings.stageVariables,
            binaryMediaTypes: definition.binaryMediaTypes,
            context: newContext(of: methodRequest)
        )
    }

    /// Answers with the method's events; false where it has none.
    private func watch(_ call: MethodCall, _ answer: @escaping @Sendable (HTTPResponse) -> Void) -> Bool {
        guard let stream = call.method.eventStream, let watch = surroundings.watch,
            let value = call.request.pathParameters[stream.parameter], stream.canHave(value)
        else { return false }
        watch(stream, value, call.request.headers["Last-Event-ID"]) { response in
            var response = response
            response.headers["x-amzn-RequestId"] = call.context.requestID
            answer(response)
        }
        return true
    }

    /// Calls what is behind the method, and answers with what it makes of that.
    private func integrate(
        _ call: MethodCall,
        _ answer: @escaping @Sendable (HTTPResponse) -> Void
    ) throws(GatewayFault) {
        var call = call
        let body = try call.integrationRequest.body(&call.context)
        let finish: @Sendable (HTTPResponse) -> Void = { [self, call] in answer(mapped($0, call)) }
        switch call.method.integration.target {
        case .mock: finish(MockAnswer.response(to: body.bytes))
        case .service(let address):
            let request = try call.integrationRequest.serviceRequest(
                address,
                body: body,
                call.context,
                call.original
            )
            let target = CallTarget(service: address.service, roleARN: call.method.integration.roleARN)
            surroundings.dispatch(target, request) { [self, call] answer in
                report(answer, of: address.service, to: call.request)
                finish(answer)
            }
        }
    }

    private func mapped(_ answer: HTTPResponse, _ call: MethodCall) -> HTTPResponse {
        do throws(GatewayFault) {
            return try call.integrationResponse.response(answer, call.context)
        } catch {
            return response(to: error, call.context, call.request)
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

    /// The answer to a request that came to no method.
    private func response(to fault: GatewayFault, _ request: HTTPRequest) -> HTTPResponse {
        let unmatched = MethodRequest(unmatched: request)
        return response(to: fault, newContext(of: unmatched), unmatched)
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
