import CloudTemplate

/// Where a mapped value comes from.
enum MappingSource: Sendable {
    case literal(String)
    case path(String)
    case query(String)
    case header(String)
    /// The body, or what a path in it leads to.
    case body(JSONPath?)
    /// A variable such as `identity.sourceIp`.
    case context(String)
    case stageVariable(String)
    case responseHeader(String)
    case responseBody(JSONPath?)

    /// Reads the value of a mapping; adds a problem if it is none that is known.
    init?(_ key: String, _ reader: PropertyReader) {
        guard let text = reader.text(key) else { return nil }
        if let literal = text.wholeMatch(of: /'(.*)'/) {
            self = .literal(String(literal.1))
        } else if let source = Self.request(text) ?? Self.response(text) ?? Self.variable(text) {
            self = source
        } else {
            reader.refuse(key, "comes from \"\(text)\", which is no source of a value")
            return nil
        }
    }

    private static func request(_ text: String) -> MappingSource? {
        guard let match = text.wholeMatch(of: /method\.request\.([a-z]+)(?:\.(.+))?/) else { return nil }
        let name = match.2.map(String.init)
        switch (match.1, name) {
        case ("path", let name?): return .path(name)
        case ("querystring", let name?), ("multivaluequerystring", let name?): return .query(name)
        case ("header", let name?), ("multivalueheader", let name?): return .header(name)
        case ("body", _): return body(name).map { .body($0) }
        default: return nil
        }
    }

    private static func response(_ text: String) -> MappingSource? {
        guard
            let match = text.wholeMatch(
                of: /integration\.response\.(header|multivalueheader|body)(?:\.(.+))?/
            )
        else {
            return nil
        }
        let name = match.2.map(String.init)
        if match.1 == "body" { return body(name).map { .responseBody($0) } }
        return name.map { .responseHeader($0) }
    }

    private static func variable(_ text: String) -> MappingSource? {
        if let match = text.wholeMatch(of: /context\.(.+)/) { return .context(String(match.1)) }
        if let match = text.wholeMatch(of: /stageVariables\.(.+)/) { return .stageVariable(String(match.1)) }
        return nil
    }

    private static func body(_ path: String?) -> JSONPath?? {
        guard let path else { return .some(nil) }
        return (try? JSONPath(path)).map { .some($0) }
    }
}
