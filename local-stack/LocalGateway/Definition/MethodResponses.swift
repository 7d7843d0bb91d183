import CloudTemplate

/// The responses that a method declares: API Gateway lets an integration answer with these only.
struct MethodResponses {
    private let headers: [String: Set<String>]

    /// Reads the `responses` of an operation.
    init(_ reader: PropertyReader?) {
        let named = reader?.namedReaders() ?? []
        headers = Dictionary(
            uniqueKeysWithValues: named.map { status, response in
                response.acknowledge("description", "content", "links")
                let declared = response.reader("headers")?.namedReaders() ?? []
                for header in declared {
                    header.reader.acknowledge("description", "schema", "example", "required")
                }
                return (status, Set(declared.map { $0.name.lowercased() }))
            }
        )
    }

    /// Adds a problem for each header that a response of the integration sets and the method does not declare.
    func check(_ integration: Integration, _ reader: PropertyReader) {
        for response in integration.responses {
            let declared = headers[String(response.status)] ?? []
            for mapping in response.parameters where !declared.contains(mapping.header.lowercased()) {
                reader.refuse(
                    "responses",
                    "has to declare the header \(mapping.header) of \(response.status), which the integration sets"
                )
            }
        }
    }
}
