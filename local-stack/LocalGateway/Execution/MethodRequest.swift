import LocalHTTP

/// A request to an API, decoded.
struct MethodRequest: Sendable {
    let httpMethod: String
    /// The path as it was called, decoded, the stage included if the caller named it.
    let path: String
    /// The path of the API that it matches, such as `/requests/{id}`.
    let resourcePath: String
    /// The variables of the path, still percent-encoded.
    let encodedPathParameters: [String: String]
    /// The variables of the path, decoded.
    let pathParameters: [String: String]
    let query: [QueryItem]
    let headers: HTTPHeaders
    let body: [UInt8]

    /// The media type of the body; API Gateway takes a request without one as JSON.
    var contentType: MediaType { headers["Content-Type"].map { MediaType($0) } ?? .json }

    /// A request that matches no method, for the answer to it.
    init(unmatched request: HTTPRequest) {
        self.init(
            request,
            resourcePath: "",
            path: request.path ?? request.rawPath,
            parameters: [:],
            query: []
        )
    }

    /// Decodes a request that matches a method.
    ///
    /// Throws `GatewayFault` if an escape is malformed.
    init(_ request: HTTPRequest, _ method: APIMethod, parameters: [String: String]) throws(GatewayFault) {
        guard let path = request.path, let query = request.queryItems,
            parameters.values.allSatisfy({ PercentEncoding.decode($0) != nil })
        else { throw GatewayFault(.badRequest, message: Self.advice) }
        self.init(request, resourcePath: method.path.text, path: path, parameters: parameters, query: query)
    }

    private static let advice = """
        The path or the query has %00, or escapes that are not UTF-8. \
        Percent-encode the UTF-8 of a name without control characters, and ask again
        """

    private init(
        _ request: HTTPRequest,
        resourcePath: String,
        path: String,
        parameters: [String: String],
        query: [QueryItem]
    ) {
        httpMethod = request.method
        self.path = path
        self.resourcePath = resourcePath
        encodedPathParameters = parameters
        pathParameters = parameters.mapValues { PercentEncoding.decode($0) ?? $0 }
        self.query = query
        headers = Self.forwarded(request)
        body = request.collectedBody
    }

    /// The headers with those that API Gateway adds.
    private static func forwarded(_ request: HTTPRequest) -> HTTPHeaders {
        var headers = request.headers
        headers["X-Forwarded-For"] = "127.0.0.1"
        headers["X-Forwarded-Proto"] = request.isSecure ? "https" : "http"
        headers["X-Forwarded-Port"] = String(request.port)
        return headers
    }
}

extension HTTPRequest {
    /// The bytes of a body that was collected in memory.
    fileprivate var collectedBody: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .received(let sink): (sink as? CollectedBody)?.bytes ?? []
        }
    }
}
