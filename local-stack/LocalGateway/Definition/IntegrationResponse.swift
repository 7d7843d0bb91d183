import CloudTemplate

/// What the caller gets for answers of some statuses.
struct IntegrationResponse: Sendable {
    /// Matched against the service's status as a whole; nil for the response that takes all others.
    let pattern: SchemaPattern?
    let status: Int
    let parameters: [ResponseMapping]
    let templates: TemplateSet
    let contentHandling: ContentHandling?

    /// The responses in order, the default one last.
    static func all(_ reader: PropertyReader?) -> [IntegrationResponse] {
        let responses = reader?.namedReaders().compactMap { IntegrationResponse($0.name, $0.reader) } ?? []
        return responses.filter { $0.pattern != nil } + responses.filter { $0.pattern == nil }
    }

    /// Whether the response is for a status.
    func takes(_ status: Int) -> Bool { pattern?.isWhole(String(status)) ?? true }

    private init?(_ name: String, _ reader: PropertyReader) {
        pattern = name == "default" ? nil : SchemaPattern(name)
        if pattern == nil, name != "default" { reader.refuse(nil, "is no regular expression") }
        status = reader.integer("statusCode", in: 100...599) ?? 200
        parameters = ResponseMapping.all(reader.reader("responseParameters"))
        templates = TemplateSet(reader.reader("responseTemplates"))
        contentHandling = ContentHandling(reader)
    }
}
