package import LocalHTTP

/// What a request says about who signed it and how, before anything is verified.
package enum Authorization: Sendable, Hashable {
    /// Nobody signed the request.
    case anonymous
    /// Signature Version 4, in the header or in the query.
    case version4(SignatureV4)
    /// Signature Version 2 in the header or in the query, which S3 still accepts.
    case version2(SignatureV2)

    /// Reads the header, or the query where there is none; throws `malformed`.
    package init(of head: HTTPRequest) throws(AuthenticationError) {
        if let header = head.headers["Authorization"] {
            self = try Authorization(header: header, head)
        } else if head.rawQuery.contains("X-Amz-Algorithm=") || head.rawQuery.contains("X-Amz-Credential=") {
            self = .version4(try SignatureV4(query: head.queryItems ?? []))
        } else if head.rawQuery.contains("AWSAccessKeyId=") {
            self = .version2(try SignatureV2(query: head.queryItems ?? []))
        } else {
            self = .anonymous
        }
    }

    private init(header: String, _ head: HTTPRequest) throws(AuthenticationError) {
        if header.hasPrefix("AWS4-HMAC-SHA256") {
            self = .version4(try SignatureV4(header: header, head.headers))
        } else if header.hasPrefix("AWS ") {
            self = .version2(try SignatureV2(header: header, head.headers))
        } else {
            throw .malformed("Unsupported authorization type")
        }
    }

    /// The id of the key that signed; nil for an anonymous request.
    package var accessKeyID: String? {
        switch self {
        case .anonymous: nil
        case .version4(let signature): signature.accessKeyID
        case .version2(let signature): signature.accessKeyID
        }
    }

    /// The service for which the request was signed; nil where the signature does not say it.
    var service: String? {
        if case .version4(let signature) = self { signature.service } else { nil }
    }

    /// The region for which the request was signed; nil where the signature does not say it.
    package var region: String? {
        if case .version4(let signature) = self { signature.region } else { nil }
    }
}
