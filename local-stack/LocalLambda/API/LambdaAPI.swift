package import LocalHTTP

/// The Lambda API for HTTP clients: `Invoke`, and what there is to invoke (API version 2015-03-31).
package final class LambdaAPI: HTTPHandler {
    private let pool: FunctionPool
    private let mappings: [EventSourceMapping]
    private let asynchronous: AsynchronousInvoker

    /// The API of a pool and of the mappings that feed it.
    package init(
        pool: FunctionPool,
        mappings: [EventSourceMapping],
        clock: any LambdaClock = SystemLambdaClock()
    ) {
        self.pool = pool
        self.mappings = mappings
        asynchronous = AsynchronousInvoker(pool, clock: clock)
    }

    /// A payload is read up to what a function may get.
    package func bodyPlan(for head: HTTPRequest) -> BodyPlan {
        .sink(ReceivedPayload())
    }

    /// Answers a request, an invocation when it has ended.
    package func handle(_ request: HTTPRequest, reply: Reply) {
        do throws(LambdaServiceError) {
            guard let route = LambdaRoute(request) else { throw .unknownOperation }
            if case .invoke(let name) = route {
                let qualifier = request.queryItems?["Qualifier"]
                try invoke(try function(name, qualifier: qualifier), request, reply)
            } else {
                reply.send(try view(route, request))
            }
        } catch {
            reply.send(error.response)
        }
    }

    private func invoke(
        _ function: FunctionDefinition,
        _ request: HTTPRequest,
        _ reply: Reply
    ) throws(LambdaServiceError) {
        let action = try InvokeAction(request, function: function)
        switch action.mode {
        case .waitForResponse: pool.invoke(action.invocation) { reply.send(InvokeAction.response($0)) }
        case .event:
            asynchronous.submit(action.invocation)
            reply.send(HTTPResponse(status: 202, headers: ["X-Amzn-RequestId": action.invocation.requestID]))
        case .dryRun: reply.send(HTTPResponse(status: 204))
        }
    }

    private func view(_ route: LambdaRoute, _ request: HTTPRequest) throws(LambdaServiceError) -> HTTPResponse
    {
        switch route {
        case .listFunctions:
            return .json(status: 200, ["Functions": functions.map { FunctionView($0, arn: arn($0.name)) }])
        case .getFunction(let name):
            let function = try function(name)
            return .json(status: 200, FunctionDetailView(function, arn: arn(function.name)))
        case .getFunctionConfiguration(let name):
            let function = try function(name)
            return .json(status: 200, FunctionView(function, arn: arn(function.name)))
        case .listEventSourceMappings:
            return .json(status: 200, ["EventSourceMappings": mappings(request).map(view)])
        case .getEventSourceMapping(let id):
            return .json(status: 200, view(try mapping(id)))
        case .invoke: throw .unknownOperation
        }
    }

    private var functions: [FunctionDefinition] {
        pool.functions.values.sorted { $0.name < $1.name }
    }

    private func arn(_ name: String) -> String {
        pool.settings.functionARN(name)
    }

    /// Finds a function by its name or ARN; there is only its newest version.
    private func function(
        _ text: String,
        qualifier: String? = nil
    ) throws(LambdaServiceError) -> FunctionDefinition {
        let reference = FunctionReference(text)
        let version = qualifier ?? reference.qualifier ?? "$LATEST"
        guard version == "$LATEST", let function = pool.functions[reference.name] else {
            throw .notFound("Function not found: \(arn(reference.name)):\(version)")
        }
        return function
    }

    /// The mappings that the query's function and queue leave over.
    private func mappings(_ request: HTTPRequest) -> [EventSourceMapping] {
        let query = request.queryItems ?? []
        let name = query["FunctionName"].map { FunctionReference($0).name }
        return mappings.filter { mapping in
            (name == nil || mapping.definition.functionName == name)
                && (query["EventSourceArn"] == nil || mapping.queue.arn == query["EventSourceArn"])
        }
    }

    private func mapping(_ id: String) throws(LambdaServiceError) -> EventSourceMapping {
        guard let mapping = mappings.first(where: { $0.id == id.lowercased() }) else {
            throw .notFound("The resource you requested does not exist.")
        }
        return mapping
    }

    private func view(_ mapping: EventSourceMapping) -> EventSourceMappingView {
        EventSourceMappingView(mapping, functionARN: arn(mapping.definition.functionName))
    }
}
