/// In what a service's canonical requests differ from another's.
struct SigningRules: Sendable, Hashable {
    /// Whether `.`, `..` and empty segments of the path are resolved before signing.
    let normalizesPath: Bool
    /// Whether the path, encoded as it is sent, is encoded once more.
    let encodesPathTwice: Bool
    /// Whether the payload's hash is sent in `x-amz-content-sha256`.
    let sendsPayloadHash: Bool

    /// S3: a key may contain anything, so the path is signed as it is.
    static let s3 = SigningRules(normalizesPath: false, encodesPathTwice: false, sendsPayloadHash: true)
    /// Every other service.
    static let standard = SigningRules(normalizesPath: true, encodesPathTwice: true, sendsPayloadHash: false)

    /// The path of the canonical request.
    ///
    /// - Parameter path: The path as it is sent.
    /// - Returns: The path normalised and encoded as the service does it before it compares signatures.
    func canonicalPath(_ path: String) -> String {
        let path = normalizesPath ? Self.normalized(path) : path
        return encodesPathTwice
            ? PercentEncoding.encode(path, keepsSlashes: true)
            : PercentEncoding.encode(PercentEncoding.decode(path), keepsSlashes: true)
    }

    /// RFC 3986, section 5.2.4, with repeated slashes taken for one.
    private static func normalized(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/")
        for segment in segments where segment != "." {
            if segment == ".." { _ = kept.popLast() } else { kept.append(segment) }
        }
        let isDirectory = path.hasSuffix("/") || segments.last == "." || segments.last == ".."
        return "/" + kept.joined(separator: "/") + (isDirectory && !kept.isEmpty ? "/" : "")
    }
}
