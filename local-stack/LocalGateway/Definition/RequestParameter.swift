import CloudTemplate

/// A parameter that a method declares.
struct RequestParameter: Sendable {
    enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let isRequired: Bool

    /// The parameters of a path or method.
    static func all(_ reader: PropertyReader) -> [RequestParameter] {
        reader.readers("parameters").compactMap { RequestParameter($0) }
    }

    private init?(_ reader: PropertyReader) {
        // API Gateway checks that a parameter is there, not what it holds.
        reader.acknowledge("description", "schema", "example", "style", "explode")
        guard let name = reader.requiredText("name"),
            let place = reader.word("in", of: ["path", "query", "header"])
        else { return nil }
        self.name = name
        self.place = Place(rawValue: place) ?? .query
        isRequired = reader.boolean("required") ?? false
    }
}
