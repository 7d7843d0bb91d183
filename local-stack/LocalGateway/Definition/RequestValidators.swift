import CloudTemplate

/// What is checked before a request goes on.
struct RequestValidator: Sendable {
    var checksBody = false
    var checksParameters = false
}

/// The document's named validators and the one that counts where a method names none.
struct RequestValidators {
    private let named: [String: RequestValidator]
    private let defaultName: String?

    init(_ document: PropertyReader) {
        let readers = document.reader("x-amazon-apigateway-request-validators")?.namedReaders() ?? []
        named = Dictionary(
            uniqueKeysWithValues: readers.map { entry in
                let body = entry.reader.boolean("validateRequestBody") ?? false
                let parameters = entry.reader.boolean("validateRequestParameters") ?? false
                return (entry.name, RequestValidator(checksBody: body, checksParameters: parameters))
            }
        )
        defaultName = document.text("x-amazon-apigateway-request-validator")
    }

    /// The validator of a method; none checks nothing.
    func validator(of method: PropertyReader) -> RequestValidator {
        guard let name = method.text("x-amazon-apigateway-request-validator") ?? defaultName else {
            return RequestValidator()
        }
        guard let validator = named[name] else {
            method.refuse(
                "x-amazon-apigateway-request-validator",
                "names no validator of the document: \(name)"
            )
            return RequestValidator()
        }
        return validator
    }
}
