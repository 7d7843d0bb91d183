extension RequestSigner {
    /// The request with everything but the signature in its query.
    ///
    /// - Parameters:
    ///   - request: The request; all its header fields become part of what must be sent.
    ///   - credentials: Whose permission the URL carries.
    ///   - time: When it begins to be valid.
    ///   - lifetime: How long it is valid, in seconds; the credentials' own end comes first.
    /// - Returns: The request whose signature is to be computed.
    func presignable(
        _ request: SignableRequest,
        credentials: AWSCredentials,
        at time: WallTime,
        lifetimeInSeconds lifetime: Int
    ) -> SignableRequest {
        let items = [
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Credential=" + PercentEncoding.encode("\(credentials.accessKeyID)/\(scope(time).text)"),
            "X-Amz-Date=\(time.basicFormat)",
            "X-Amz-Expires=\(lifetime)",
            "X-Amz-SignedHeaders=" + PercentEncoding.encode(CanonicalHeaders(request.headers).signedNames),
        ]
        let token =
            credentials.sessionToken.map { ["X-Amz-Security-Token=" + PercentEncoding.encode($0)] } ?? []
        let query = [request.query].filter { !$0.isEmpty } + items + token
        return SignableRequest(
            method: request.method,
            path: request.path,
            query: SignableRequest.canonicalQuery(query.joined(separator: "&")),
            headers: request.headers
        )
    }

    /// A URL that carries the permission to make one request until its lifetime ends.
    func presignedURL(
        _ method: String,
        _ url: HTTPURL,
        headers: HTTPHeaders = [],
        credentials: AWSCredentials,
        at time: WallTime,
        lifetimeInSeconds lifetime: Int
    ) -> String {
        let plain = SignableRequest(HTTPRequest(method, "", headers: headers), url: url)
        let request = presignable(plain, credentials: credentials, at: time, lifetimeInSeconds: lifetime)
        let signature = signature(of: request, payload: .unsigned, credentials: credentials, at: time)
        return "\(url.origin)\(url.path)?\(request.query)&X-Amz-Signature=\(signature.signature)"
    }
}
