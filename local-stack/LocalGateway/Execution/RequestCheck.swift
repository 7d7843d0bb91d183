import LocalHTTP
import LocalJSON

/// The checks of a method's validator.
struct RequestCheck {
    let method: APIMethod
    let schemas: SchemaSet

    /// Does nothing for a request that may go on.
    ///
    /// Throws `GatewayFault` with everything that is wrong with it.
    func check(_ request: MethodRequest) throws(GatewayFault) {
        if method.validator.checksParameters { try checkParameters(of: request) }
        if method.validator.checksBody { try checkBody(of: request) }
    }

    private func checkParameters(of request: MethodRequest) throws(GatewayFault) {
        let missing = method.parameters.filter { $0.isRequired && !request.holds($0) }.map(\.name)
        guard missing.isEmpty else {
            let names = missing.joined(separator: ", ")
            throw GatewayFault(
                .badRequestParameters,
                message: "Missing required request parameters: [\(names)]"
            )
        }
    }

    private func checkBody(of request: MethodRequest) throws(GatewayFault) {
        guard let schema = method.body.schema(for: request.contentType) else { return }
        if request.body.isEmpty, !method.body.isRequired { return }
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(json: request.body)
        } catch {
            let detail = "the body is not JSON: \(error.reason) at byte \(error.offset)"
            throw GatewayFault(
                .badRequestBody,
                problems: [SchemaProblem(.malformed, pointer: "", detail: detail)]
            )
        }
        let problems = schemas.problems(of: value, schema) {
            RepeatedMembers.places(in: request.body).map {
                SchemaProblem(
                    .duplicate,
                    pointer: $0,
                    detail: "object has a member twice",
                    text: "is named twice"
                )
            }
        }
        if !problems.isEmpty { throw GatewayFault(.badRequestBody, problems: problems) }
    }
}

extension MethodRequest {
    fileprivate func holds(_ parameter: RequestParameter) -> Bool {
        switch parameter.place {
        case .path: pathParameters[parameter.name] != nil
        case .query: query.contains { $0.name == parameter.name }
        case .header: headers[parameter.name] != nil
        }
    }
}
