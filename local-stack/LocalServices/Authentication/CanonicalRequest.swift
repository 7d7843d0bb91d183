package import LocalHTTP

/// The text of a request that Signature Version 4 covers.
///
/// AWS, "Create a signed AWS API request": method, path, query, headers, names of the headers, hash of the payload.
package struct CanonicalRequest: Sendable {
    /// How a service writes the path.
    package enum PathStyle: Sendable {
        /// S3: every segment encoded once.
        case encodedOnce
        /// All others: the encoded path encoded again.
        case encodedTwice
    }

    /// The text itself.
    package let text: String

    /// The text for a signature; `payloadHash` is what the request names or what its body has.
    package init(_ request: HTTPRequest, signature: SignatureV4, payloadHash: String, path: PathStyle) {
        let headers = signature.signedHeaders.map { "\($0):\(Self.value(of: $0, in: request.headers))\n" }
        text = [
            request.method, Self.path(request, path), Self.query(request), headers.joined(),
            signature.signedHeaders.joined(separator: ";"), payloadHash,
        ].joined(separator: "\n")
    }

    private static func path(_ request: HTTPRequest, _ style: PathStyle) -> String {
        switch style {
        case .encodedTwice: PercentEncoding.encode(request.rawPath, keeping: "/")
        // Clients differ in which characters they escape, but all sign the strict form.
        case .encodedOnce: request.path.map { PercentEncoding.encode($0, keeping: "/") } ?? request.rawPath
        }
    }

    private static func query(_ request: HTTPRequest) -> String {
        let items = (request.queryItems ?? []).filter { $0.name != "X-Amz-Signature" }
        let pairs = items.map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value ?? "")) }
        return pairs.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    /// All values of the name, each trimmed and with single spaces, joined by commas.
    private static func value(of name: String, in headers: HTTPHeaders) -> String {
        headers.values(name)
            .map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: ",")
    }
}
