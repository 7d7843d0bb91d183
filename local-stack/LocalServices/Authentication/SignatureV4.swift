package import LocalHTTP
import LocalStore

/// A Signature Version 4 as a request carries it, in its `Authorization` header or in its query.
package struct SignatureV4: Sendable {
    /// Whose key signed for what.
    package let scope: CredentialScope
    /// The names of the headers that are signed, small letters, in their order.
    package let signedHeaders: [String]
    /// The signature in hexadecimal.
    package let signature: String
    /// When it was signed, `20260131T090500Z`.
    package let date: String
    /// For a presigned link: how long it is valid.
    package let lifetimeSeconds: Int?

    private static let algorithm = "AWS4-HMAC-SHA256"

    /// The signature of a request; nil where it has none of this version.
    ///
    /// - Throws: `malformed`, `missingDate`.
    package init?(_ request: HTTPRequest) throws(SignatureProblem) {
        if let header = request.headers["Authorization"], header.hasPrefix(Self.algorithm) {
            try self.init(header: header.dropFirst(Self.algorithm.count), of: request)
        } else if let items = request.queryItems, items["X-Amz-Algorithm"] != nil {
            try self.init(items: items)
        } else {
            return nil
        }
    }

    private init(header: Substring, of request: HTTPRequest) throws(SignatureProblem) {
        var parts: [String: String] = [:]
        for part in header.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { throw .malformed("Authorization") }
            parts[pair[0].filter { $0 != " " }] = String(pair[1].filter { $0 != " " })
        }
        date = try Self.date(in: request)
        (scope, signedHeaders, signature) = try Self.read { parts[$0] }
        lifetimeSeconds = nil
        guard date.hasPrefix(scope.date) else { throw .malformed("Credential") }
    }

    private init(items: [QueryItem]) throws(SignatureProblem) {
        guard items["X-Amz-Algorithm"] == Self.algorithm else { throw .malformed("X-Amz-Algorithm") }
        guard let date = items["X-Amz-Date"], Timestamp(basicISO8601: date) != nil else { throw .missingDate }
        guard let lifetime = items["X-Amz-Expires"].flatMap({ Int($0) }), (0...604_800).contains(lifetime)
        else {
            throw .malformed("X-Amz-Expires")
        }
        (scope, signedHeaders, signature) = try Self.read { items["X-Amz-" + $0] }
        self.date = date
        lifetimeSeconds = lifetime
        guard date.hasPrefix(scope.date) else { throw .malformed("X-Amz-Credential") }
    }

    private static func read(
        _ part: (String) -> String?
    ) throws(SignatureProblem) -> (CredentialScope, [String], String) {
        guard let scope = part("Credential").flatMap({ CredentialScope($0) }) else {
            throw .malformed("Credential")
        }
        guard let names = part("SignedHeaders"), !names.isEmpty else { throw .malformed("SignedHeaders") }
        guard let signature = part("Signature") else { throw .malformed("Signature") }
        return (scope, names.split(separator: ";").map { $0.lowercased() }, signature)
    }

    private static func date(in request: HTTPRequest) throws(SignatureProblem) -> String {
        if let date = request.headers["X-Amz-Date"], Timestamp(basicISO8601: date) != nil { return date }
        guard let date = request.headers["Date"].flatMap({ Timestamp(httpDate: $0) }) else {
            throw .missingDate
        }
        return date.basicISO8601
    }
}
