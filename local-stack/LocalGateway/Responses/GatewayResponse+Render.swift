import LocalHTTP
import LocalJSON

extension GatewayResponse {
    /// The answer for a fault.
    ///
    /// API Gateway fills simple variables into the wording, and knows the problems of a body in one text only. Where the
    /// answer is problem JSON, the local stack adds the member `errors`: every problem of the body for people, with its
    /// JSON pointer and code; `detail` then says how many there are.
    func response(for fault: GatewayFault, _ context: GatewayContext) -> HTTPResponse {
        let (type, text) =
            templates.first { MediaType($0.type) == .json } ?? templates.first ?? Self.standard.templates[0]
        var headers: HTTPHeaders = ["Content-Type": type]
        headers["x-amzn-RequestId"] = context.requestID
        headers["x-amzn-ErrorType"] = fault.type.errorType
        for header in self.headers { headers[header.name] = header.value }
        var body = filled(text, fault, context)
        if MediaType(headers["Content-Type"] ?? "").text == "application/problem+json" {
            body = Self.listing(fault.problems, in: body)
        }
        return HTTPResponse(
            status: status ?? fault.type.status,
            headers: headers,
            body: .bytes(Array(body.utf8))
        )
    }

    private func filled(_ text: String, _ fault: GatewayFault, _ context: GatewayContext) -> String {
        text.replacing(/\$(?:\{context\.([A-Za-z.]+)\}|context\.([A-Za-z.]*[A-Za-z]))/) { match in
            let name = String(match.1 ?? match.2 ?? "")
            return switch name {
            case "error.messageString": JSONWriter.text(fault.message)
            // The texts hold quotes, and wordings put them between quotes: API Gateway escapes them.
            case "error.message": Self.escaped(fault.message)
            case "error.validationErrorString": Self.escaped(fault.validationErrorString)
            case "error.responseType": fault.type.rawValue
            default: context.text(name).map(Self.escaped) ?? ""
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        String(JSONWriter.text(text).dropFirst().dropLast())
    }

    private static func listing(_ problems: [SchemaProblem], in body: String) -> String {
        guard !problems.isEmpty, case .object(let members)? = try? JSONValue(json: body) else { return body }
        let entries = Self.entries(of: problems)
        let count = "\(entries.count) problem\(entries.count == 1 ? "" : "s"); see errors"
        let others = members.map {
            $0.name == "detail" ? JSONMember(name: $0.name, value: .string(count)) : $0
        }
        var errors = entries.prefix(maximumCount).map(error)
        if entries.count > maximumCount {
            errors.append(error("", .tooMany, "has \(entries.count - maximumCount) more problems"))
        }
        return JSONValue.object(others + [JSONMember(name: "errors", value: .array(errors))]).text
    }

    /// More places than this are counted only: a hostile body may have hundreds of thousands.
    private static let maximumCount = 100

    /// Places and texts; two rules may say the same of one place.
    private static func entries(
        of problems: [SchemaProblem]
    ) -> [(place: String, code: SchemaProblem.Code, text: String)] {
        var told: Set<[String]> = []
        return problems.filter { !$0.isConsequence }.flatMap { problem in
            problem.places.filter { told.insert([$0, problem.text]).inserted }.map {
                ($0, problem.code, problem.text)
            }
        }
    }

    private static func error(_ place: String, _ code: SchemaProblem.Code, _ text: String) -> JSONValue {
        .object([
            JSONMember(name: "pointer", value: .string(place)),
            JSONMember(name: "code", value: .string(code.rawValue)),
            JSONMember(name: "detail", value: .string(text)),
        ])
    }
}
