/// A request as it came over the wire; nothing in it is decoded.
package struct HTTPRequest: Sendable {
    /// The method, such as `GET`.
    package var method: String
    /// The path as sent, percent-encoded, beginning with `/`.
    package var rawPath: String
    /// What follows the first `?`, percent-encoded; empty where there is none.
    package var rawQuery: String
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body, received whole; empty while only the head is there (`bodyPlan(for:)`).
    package var body: HTTPBody
    /// Whether it came over TLS.
    package var isSecure: Bool
    /// The port on which the server listens.
    package var port: UInt16

    /// A request, also one that no client sent (a gateway makes its own for the services behind it).
    package init(
        method: String,
        rawPath: String,
        rawQuery: String = "",
        headers: HTTPHeaders = HTTPHeaders(),
        body: HTTPBody = .bytes([]),
        isSecure: Bool = false,
        port: UInt16 = 0
    ) {
        self.method = method
        self.rawPath = rawPath
        self.rawQuery = rawQuery
        self.headers = headers
        self.body = body
        self.isSecure = isSecure
        self.port = port
    }

    /// The path with its percent escapes decoded; nil where an escape is malformed or no UTF-8 results.
    package var path: String? { PercentEncoding.decode(rawPath) }

    /// The items of the query in order, decoded; nil where an escape is malformed or no UTF-8 results.
    package var queryItems: [QueryItem]? { QueryItem.parse(rawQuery) }
}
