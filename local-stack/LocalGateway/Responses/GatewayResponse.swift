import CloudTemplate

/// One wording of a gateway's answer.
struct GatewayResponse: Sendable {
    /// API Gateway's own wording.
    static let standard = GatewayResponse(
        status: nil,
        headers: [],
        templates: [("application/json", #"{"message":$context.error.messageString}"#)]
    )

    let status: Int?
    let headers: [(name: String, value: String)]
    let templates: [(type: String, text: String)]

    init(_ reader: PropertyReader) {
        status = reader.integer("statusCode", in: 400...599)
        let parameters = reader.reader("responseParameters")
        headers = (parameters?.names ?? []).compactMap { key in
            let name = key.wholeMatch(of: /gatewayresponse\.header\.(.+)/)?.1
            guard let name, let value = parameters?.text(key)?.wholeMatch(of: /'(.*)'/)?.1 else {
                parameters?.refuse(key, "is no gatewayresponse.header with a value in single quotes")
                return nil
            }
            return (String(name), String(value))
        }
        let templates = reader.reader("responseTemplates")
        self.templates = (templates?.names ?? []).compactMap { name in
            templates?.text(name).map { (name, $0) }
        }
    }

    private init(
        status: Int?,
        headers: [(name: String, value: String)],
        templates: [(type: String, text: String)]
    ) {
        self.status = status
        self.headers = headers
        self.templates = templates
    }
}
