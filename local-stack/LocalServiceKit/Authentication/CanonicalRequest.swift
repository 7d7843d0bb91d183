import LocalHTTP

/// A request in the form over which Signature Version 4 is computed.
struct CanonicalRequest {
    /// The text that is digested.
    let text: String

    init(_ request: HTTPRequest, _ signature: SignatureV4, payloadHash: String) {
        text = [
            request.method,
            Self.path(request.rawPath, service: signature.service),
            Self.query(request.rawQuery),
            Self.headers(request.headers, signature.signedHeaders),
            signature.signedHeaders.joined(separator: ";"),
            payloadHash,
        ].joined(separator: "\n")
    }

    /// S3 takes the path encoded once, whatever the client escaped; the other services encode what was sent again.
    private static func path(_ rawPath: String, service: String) -> String {
        if service == "s3" {
            guard let path = PercentEncoding.decode(rawPath) else { return rawPath }
            return PercentEncoding.encode(path, keeping: "/")
        }
        return PercentEncoding.encode(withoutDots(rawPath), keeping: "/")
    }

    /// The path without empty, `.` and `..` segments (RFC 3986, 5.2.4).
    private static func withoutDots(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let isFolder = ["/", "/.", "/.."].contains { path.hasSuffix($0) } && !segments.isEmpty
        return "/" + segments.joined(separator: "/") + (isFolder ? "/" : "")
    }

    private static func query(_ rawQuery: String) -> String {
        let items = rawQuery.split(separator: "&").map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: normalized(pair[0]), value: pair.count == 2 ? normalized(pair[1]) : "")
        }
        return items.filter { $0.name != "X-Amz-Signature" }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            .map { "\($0.name)=\($0.value)" }
            .joined(separator: "&")
    }

    /// The text with exactly those characters escaped that must be.
    private static func normalized(_ text: Substring) -> String {
        PercentEncoding.decode(text).map { PercentEncoding.encode($0) } ?? String(text)
    }

    private static func headers(_ headers: HTTPHeaders, _ names: [String]) -> String {
        names.map { name in
            let values = headers.values(name).map { value in
                value.split(separator: " ").joined(separator: " ")
            }
            return "\(name):\(values.joined(separator: ","))\n"
        }.joined()
    }
}
