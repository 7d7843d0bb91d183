import LocalJSON

/// `$input` of mapping templates: the body and the request's parameters.
final class TemplateInput: VelocityObject {
    /// Whether a template asked for a part of a body that is no JSON.
    private(set) var parseError: JSONSyntaxError?
    private let body: String
    private let parameters: TemplateParameters
    private var parsed: JSONValue?

    init(body: String, _ request: MethodRequest) {
        self.body = body
        parameters = TemplateParameters(request)
    }

    func property(_ name: String) -> VelocityValue? {
        name == "body" ? .text(body) : nil
    }

    func call(_ method: String, _ arguments: [VelocityValue]) throws(VelocityFault) -> VelocityValue? {
        switch (method, arguments.count) {
        case ("params", 0): return .map(parameters.all)
        case ("params", 1): return parameters.value(arguments[0].printed ?? "")
        case ("path", 1): return try value(arguments[0]).map { VelocityValue($0) } ?? .null
        case ("json", 1): return .text(try value(arguments[0])?.text ?? "\"\"")
        default: return nil
        }
    }

    private func value(_ path: VelocityValue) throws(VelocityFault) -> JSONValue? {
        let document = try document()
        do throws(JSONPathError) {
            return try JSONPath(path.printed ?? "$").value(in: document)
        } catch {
            throw VelocityFault(reason: error.reason)
        }
    }

    private func document() throws(VelocityFault) -> JSONValue {
        if let parsed { return parsed }
        // A request without a body reads as an empty object.
        if body.isEmpty { return .object([]) }
        do throws(JSONSyntaxError) {
            let value = try JSONValue(json: body)
            parsed = value
            return value
        } catch {
            parseError = error
            throw VelocityFault(reason: "the body is not JSON: \(error.reason) at byte \(error.offset)")
        }
    }
}
