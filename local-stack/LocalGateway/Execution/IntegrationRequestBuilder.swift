import LocalHTTP

/// Makes the request to the service behind a method: parameters mapped, template rendered, overrides applied.
struct IntegrationRequestBuilder {
    let integration: Integration
    let request: MethodRequest
    let stageVariables: [String: String]
    let binaryMediaTypes: MediaTypeSet

    /// The body for the integration.
    ///
    /// Throws `GatewayFault` if there is no template for its media type and it may not go on as it is.
    func body(_ context: inout GatewayContext) throws(GatewayFault) -> (bytes: [UInt8], type: String?) {
        let body = IntegrationBody(request.body, request.contentType, binaryMediaTypes)
        if let template = integration.templates.template(for: request.contentType) {
            let text = try body.requestText(integration.contentHandling)
            let rendering = TemplateRendering(request: request, stageVariables: stageVariables)
            return (Array(try rendering.render(template, body: text, &context).utf8), "application/json")
        }
        switch integration.passthrough {
        case .never: throw GatewayFault(.unsupportedMediaType)
        case .whenNoTemplates where !integration.templates.isEmpty: throw GatewayFault(.unsupportedMediaType)
        default: return (body.passed(integration.contentHandling), request.headers["Content-Type"])
        }
    }

    /// The request for a service.
    ///
    /// Throws `GatewayFault` if the address has a variable that nothing is mapped to.
    func serviceRequest(
        _ address: ServiceAddress,
        body: (bytes: [UInt8], type: String?),
        _ context: GatewayContext,
        _ original: HTTPRequest
    ) throws(GatewayFault) -> HTTPRequest {
        let scope = MappingScope(request: request, context: context, stageVariables: stageVariables)
        var headers: HTTPHeaders = ["Host": request.headers["Host"] ?? "localhost"]
        if let type = body.type { headers["Content-Type"] = type }
        var query: [(String, String)] = []
        for mapping in integration.parameters where mapping.place != .path {
            guard let value = scope.value(mapping.source) else { continue }
            if mapping.place == .header {
                headers[mapping.name] = value
            } else {
                query.append((mapping.name, value))
            }
        }
        query += context.texts("requestOverride", "querystring").map { ($0.name, $0.value) }
        for (name, value) in context.texts("requestOverride", "header") { headers[name] = value }
        let path = try ServiceCall(address).complete(&headers, &query, path: filledPath(address, scope))
        return HTTPRequest(
            method: integration.httpMethod,
            rawPath: path,
            rawQuery: query.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
                .joined(separator: "&"),
            headers: headers,
            body: .bytes(body.bytes),
            isSecure: original.isSecure,
            port: original.port
        )
    }

    private func filledPath(_ address: ServiceAddress, _ scope: MappingScope) throws(GatewayFault) -> String {
        guard case .path(let pattern) = address.call else { return "/" }
        let mapped = integration.parameters.filter { $0.place == .path }.compactMap { mapping in
            scope.encodedValue(mapping.source).map { (mapping.name, $0) }
        }
        var values = Dictionary(mapped, uniquingKeysWith: { _, last in last })
        for (name, value) in scope.context.texts("requestOverride", "path") {
            values[name] = PercentEncoding.encode(value)
        }
        let path = pattern.replacing(/\{([A-Za-z0-9._-]+)\}/) { values[String($0.1)] ?? String($0.0) }
        if path.contains("{") {
            throw GatewayFault(
                .configurationError,
                detail: "nothing is mapped to a variable of the path \(path)"
            )
        }
        return path
    }
}
