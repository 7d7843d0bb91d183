/// The parts of a request that a signature covers.
struct SignableRequest: Sendable {
    /// The method.
    let method: String
    /// The path as it is sent.
    let path: String
    /// The query as it is sent, without its question mark.
    let query: String
    /// The header fields, `Host` among them.
    let headers: HTTPHeaders

    /// Makes a request of its parts.
    init(method: String, path: String, query: String, headers: HTTPHeaders) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
    }

    /// Takes the parts of `request`; `Host` is what the transport will send.
    init(_ request: HTTPRequest, url: HTTPURL) {
        var headers = request.headers
        if headers["Host"] == nil { headers.add("Host", url.authority) }
        self.init(method: request.method, path: url.path, query: url.query ?? "", headers: headers)
    }

    /// The canonical request (AWS: "Create a signed AWS API request", step 1).
    func canonicalText(_ rules: SigningRules, _ headers: CanonicalHeaders, payload: PayloadHash) -> String {
        """
        \(method)
        \(rules.canonicalPath(path))
        \(Self.canonicalQuery(query))
        \(headers.lines)
        \(headers.signedNames)
        \(payload.text)
        """
    }

    /// Every item with its name and value encoded anew, sorted by the encoded name, then the value.
    static func canonicalQuery(_ query: String) -> String {
        query.split(separator: "&")
            .map { item in
                let name = item.prefix { $0 != "=" }
                return (encodedAnew(name), encodedAnew(item.dropFirst(name.count + 1)))
            }
            .sorted { $0 < $1 }
            .map { "\($0.0)=\($0.1)" }
            .joined(separator: "&")
    }

    private static func encodedAnew(_ text: Substring) -> String {
        PercentEncoding.encode(PercentEncoding.decode(text))
    }
}
