package import LocalHTTP
import LocalJSON

/// AWS's REST-JSON protocol: the action by method and path, input from path, query and body, output as JSON.
package struct RESTProtocol: RoutedService {
    private let routes: [RESTRoute]
    private let maximumBodyByteCount: Int
    private let runner: ActionRunner
    private let authenticator: Authenticator

    /// The protocol of a service with those routes, whose bodies are not larger than that.
    package init(routes: [RESTRoute], maximumBodyByteCount: Int, _ environment: ServiceEnvironment) {
        self.routes = routes
        self.maximumBodyByteCount = maximumBodyByteCount
        runner = environment.runner
        authenticator = environment.authenticator
    }

    /// In memory, up to the service's limit.
    package func bodyPlan(for head: HTTPRequest, _ context: ActionContext) -> BodyPlan {
        .memory(maximumByteCount: maximumBodyByteCount)
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        let answer = { @Sendable (result: Result<WireValue, ServiceError>) in
            reply.send(Self.response(result, context))
        }
        do throws(ServiceError) {
            try authenticator.verify(request, context, \.restError)
            let (route, members) = try route(of: request)
            let message = try Self.message(of: request, members)
            let isTextual = request.bytes.isEmpty
            runner.run(
                route.action,
                message,
                isTextual: isTextual,
                context,
                refuse: Self.refuse,
                then: answer
            )
        } catch {
            answer(.failure(error))
        }
    }

    private func route(of request: HTTPRequest) throws(ServiceError) -> (RESTRoute, [WireObject.Member]) {
        for route in routes {
            if let members = route.members(of: request) { return (route, members) }
        }
        throw ServiceError(
            "UnknownOperationException",
            "There is no operation \(request.method) \(request.rawPath) here.",
            status: 404
        )
    }

    private static func message(
        of request: HTTPRequest,
        _ members: [WireObject.Member]
    ) throws(ServiceError) -> WireValue {
        guard let items = request.queryItems else { throw .malformed("The query cannot be read.") }
        var message = WireObject(items.map { WireObject.Member($0.name, .string($0.value ?? "")) })
        if !request.bytes.isEmpty {
            do throws(WireError) {
                guard case .object(let object) = try WireValue(json: request.bytes) else {
                    throw WireError.mismatch("Unexpected value type in payload")
                }
                message.members += object.members
            } catch {
                throw .malformed(error)
            }
        }
        // What the path says counts more than a member of that name in the body.
        message.members += members
        return .object(message)
    }

    private static func refuse(_ error: WireError) -> ServiceError {
        guard case .missing = error else { return .malformed(error) }
        let refusal = ServiceError.malformed(error)
        return ServiceError("BadRequestException", refusal.message)
    }

    private static func response(
        _ result: Result<WireValue, ServiceError>,
        _ context: ActionContext
    ) -> HTTPResponse {
        var headers: HTTPHeaders = [
            "Content-Type": "application/json", "x-amzn-RequestId": context.requestID,
        ]
        switch result {
        case .success(let value):
            return HTTPResponse(status: 200, headers: headers, body: .bytes(JSONWriter.write(value)))
        case .failure(let error):
            headers.append("x-amzn-ErrorType", error.code)
            let body: WireValue = ["message": .string(error.message)]
            return HTTPResponse(status: error.status, headers: headers, body: .bytes(JSONWriter.write(body)))
        }
    }
}

extension AuthenticationError {
    /// The error as services with a REST-JSON protocol answer it.
    fileprivate var restError: ServiceError {
        ServiceError(jsonError.code, jsonError.message, status: 403)
    }
}
