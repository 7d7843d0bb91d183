import LocalHTTP

/// Makes the caller's answer out of the service's.
struct IntegrationResponseBuilder {
    let integration: Integration
    let request: MethodRequest
    let stageVariables: [String: String]
    let binaryMediaTypes: MediaTypeSet

    /// The answer for the caller.
    ///
    /// Throws `GatewayFault` if no response of the integration fits or its template fails.
    func response(_ answer: HTTPResponse, _ context: GatewayContext) throws(GatewayFault) -> HTTPResponse {
        guard let rule = integration.responses.first(where: { $0.takes(answer.status) }) else {
            throw GatewayFault(
                .configurationError,
                detail: "no response of the integration takes status \(answer.status)"
            )
        }
        var context = context
        var (response, bytes) = try written(by: rule, answer, &context)
        let scope = MappingScope(
            request: request,
            context: context,
            stageVariables: stageVariables,
            response: (answer.headers, bytes)
        )
        apply(rule.parameters, scope, context, to: &response)
        return response
    }

    /// The answer before headers are mapped, and the bytes of the service's where they were looked at.
    private func written(
        by rule: IntegrationResponse,
        _ answer: HTTPResponse,
        _ context: inout GatewayContext
    ) throws(GatewayFault) -> (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: rule.status, headers: ["Content-Type": "application/json"])
        let type = MediaType(answer.headers["Content-Type"] ?? "application/json")
        let template = rule.templates.responseTemplate(for: type)
        if template == nil, rule.contentHandling == nil {
            response.body = answer.body
            return (response, [])
        }
        let bytes = try ResponseBytes.read(answer.body)
        if let (type, template) = template {
            let text = try IntegrationBody(bytes, type, binaryMediaTypes).text(rule.contentHandling)
            let rendering = TemplateRendering(request: request, stageVariables: stageVariables)
            response.body = .bytes(Array(try rendering.render(template, body: text, &context).utf8))
            response.headers["Content-Type"] = type.text
        } else {
            let body = IntegrationBody(bytes, type, binaryMediaTypes)
            response.body = .bytes(body.passed(rule.contentHandling))
        }
        return (response, bytes)
    }

    private func apply(
        _ mappings: [ResponseMapping],
        _ scope: MappingScope,
        _ context: GatewayContext,
        to response: inout HTTPResponse
    ) {
        for mapping in mappings {
            if let value = scope.value(mapping.source) { response.headers[mapping.header] = value }
        }
        for (name, value) in context.texts("responseOverride", "header") { response.headers[name] = value }
        if let status = context.text("responseOverride.status").flatMap({ Int($0) }),
            (200...599).contains(status)
        {
            response.status = status
        }
        response.headers["x-amzn-RequestId"] = context.requestID
    }
}
