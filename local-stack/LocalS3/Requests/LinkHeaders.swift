import LocalHTTP

/// The headers of a request, with those that its link carries in the query.
///
/// SDKs move `x-amz-*` headers into the query of a presigned link; S3 reads them there as though they were headers.
enum LinkHeaders {
    /// Parts of the signature itself, which are no headers.
    private static let signatureNames: Set<String> = [
        "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-expires", "x-amz-signedheaders",
        "x-amz-signature", "x-amz-security-token", "x-amz-content-sha256",
    ]

    /// The request's headers and, behind them, those of the query that it does not have.
    static func effective(_ head: HTTPRequest, _ query: [QueryItem]) -> HTTPHeaders {
        guard head.headers["Authorization"] == nil,
            query["X-Amz-Signature"] != nil || query["Signature"] != nil
        else { return head.headers }
        var headers = head.headers
        for item in query {
            let name = item.name.lowercased()
            guard name.hasPrefix("x-amz-"), !signatureNames.contains(name), headers[name] == nil else {
                continue
            }
            headers.append(name, item.value ?? "")
        }
        return headers
    }
}
