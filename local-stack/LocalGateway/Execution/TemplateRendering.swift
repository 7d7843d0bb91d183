import LocalJSON

/// Renders a mapping template for a request or for the answer to it.
struct TemplateRendering {
    let request: MethodRequest
    let stageVariables: [String: String]

    /// Renders a template over a body; changes that it makes to `$context` stay.
    ///
    /// Throws `GatewayFault` if the template fails: the caller's fault if the request's body is no JSON.
    func render(
        _ template: VelocityTemplate,
        body: String,
        _ context: inout GatewayContext
    ) throws(GatewayFault) -> String {
        let input = TemplateInput(body: body, request)
        let contextValue = VelocityValue(context.values)
        let variables = stageVariables.sorted { $0.key < $1.key }.map {
            ($0.key, VelocityValue.text($0.value))
        }
        do throws(VelocityError) {
            let text = try template.render([
                "input": .object(input), "util": .object(TemplateUtilities()), "context": contextValue,
                "stageVariables": .map(VelocityMap(variables)),
            ])
            context.values = JSONValue(contextValue)
            return text
        } catch {
            if let parseError = input.parseError {
                let reason = "Could not parse request body into json: \(parseError.reason)"
                throw GatewayFault(.badRequestBody, message: reason, detail: error.description)
            }
            throw GatewayFault(.configurationError, detail: error.description)
        }
    }
}
