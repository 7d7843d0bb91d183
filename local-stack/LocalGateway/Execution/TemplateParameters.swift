import LocalHTTP

/// `$input.params()`: the request's parameters by place.
struct TemplateParameters {
    /// The maps `path`, `querystring` and `header`.
    let all: VelocityMap
    private let request: MethodRequest

    init(_ request: MethodRequest) {
        self.request = request
        let path = request.pathParameters.sorted { $0.key < $1.key }.map {
            ($0.key, VelocityValue.text($0.value))
        }
        let query = request.query.map { ($0.name, VelocityValue.text($0.value ?? "")) }
        let headers = request.headers.fields.map { ($0.name, VelocityValue.text($0.value)) }
        all = VelocityMap([
            ("path", .map(VelocityMap(path))), ("querystring", .map(VelocityMap(query))),
            ("header", .map(VelocityMap(headers))),
        ])
    }

    /// A parameter looked for in the path, then in the query, then among the headers.
    func value(_ name: String) -> VelocityValue {
        if let value = request.pathParameters[name] { return .text(value) }
        if let item = request.query.last(where: { $0.name == name }) { return .text(item.value ?? "") }
        return request.headers[name].map { .text($0) } ?? .null
    }
}
