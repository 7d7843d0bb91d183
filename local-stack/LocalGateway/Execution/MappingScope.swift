import LocalHTTP

/// Finds the values of parameter mappings.
struct MappingScope {
    let request: MethodRequest
    let context: GatewayContext
    let stageVariables: [String: String]
    var response: (headers: HTTPHeaders, body: [UInt8])?

    /// The value that a mapping takes; nil if there is none, so that nothing is mapped.
    func value(_ source: MappingSource) -> String? {
        switch source {
        case .literal(let text): text
        case .path(let name): request.pathParameters[name]
        case .query(let name): request.query.last { $0.name == name }.map { $0.value ?? "" }
        case .header(let name): request.headers[name]
        case .body(let path): Self.value(path, in: request.body)
        case .context(let path): context.text(path)
        case .stageVariable(let name): stageVariables[name]
        case .responseHeader(let name): response?.headers[name]
        case .responseBody(let path): response.flatMap { Self.value(path, in: $0.body) }
        }
    }

    /// The value as a part of a path, percent-encoded; slashes of a variable for all the rest stay slashes.
    func encodedValue(_ source: MappingSource) -> String? {
        guard case .path(let name) = source, let encoded = request.encodedPathParameters[name] else {
            return value(source).map { PercentEncoding.encode($0) }
        }
        return encoded.split(separator: "/", omittingEmptySubsequences: false)
            .map { PercentEncoding.encode(PercentEncoding.decode($0) ?? String($0)) }
            .joined(separator: "/")
    }

    private static func value(_ path: JSONPath?, in body: [UInt8]) -> String? {
        guard let path else { return String(decoding: body, as: UTF8.self) }
        return (try? JSONValue(json: body)).flatMap { path.value(in: $0) }.map { $0.string ?? $0.text }
    }
}
