import CloudTemplate

/// What stands behind a method.
struct Integration: Sendable {
    enum Target: Sendable {
        /// A service of AWS.
        case service(ServiceAddress)
        /// Nothing: the request template's `statusCode` decides.
        case mock
    }

    /// What happens to a body for whose media type there is no request template.
    enum Passthrough: String, Sendable {
        case never
        case whenNoMatch = "when_no_match"
        case whenNoTemplates = "when_no_templates"
    }

    let target: Target
    let httpMethod: String
    /// The role in whose name the service is called.
    let roleARN: String?
    let passthrough: Passthrough
    let contentHandling: ContentHandling?
    let parameters: [RequestMapping]
    let templates: TemplateSet
    let responses: [IntegrationResponse]

    init?(_ reader: PropertyReader) {
        // Calls inside one process always end.
        reader.acknowledge("timeoutInMillis", "connectionType")
        roleARN = reader.text("credentials")
        guard let type = reader.requiredText("type") else { return nil }
        switch type.lowercased() {
        case "mock": target = .mock
        case "aws":
            guard let address = ServiceAddress(reader) else { return nil }
            target = .service(address)
        default:
            reader.refuse("type", "is \"\(type)\"; integrations of type aws and mock are run on this machine")
            return nil
        }
        httpMethod = reader.text("httpMethod")?.uppercased() ?? "POST"
        let passthroughs = ["never", "when_no_match", "when_no_templates"]
        passthrough =
            reader.word("passthroughBehavior", of: passthroughs).flatMap(Passthrough.init) ?? .whenNoMatch
        contentHandling = ContentHandling(reader)
        parameters = RequestMapping.all(reader.reader("requestParameters"))
        templates = TemplateSet(reader.reader("requestTemplates"))
        responses = IntegrationResponse.all(reader.reader("responses"))
    }
}
