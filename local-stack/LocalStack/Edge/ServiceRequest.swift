import LocalHTTP

/// Recognises requests that AWS's clients make of a service.
enum ServiceRequest {
    /// Whether a request is signed for a service or names a target; signatures for `execute-api` are for APIs.
    static func isOne(_ head: HTTPRequest) -> Bool {
        if head.headers["X-Amz-Target"] != nil { return true }
        if let authorization = head.headers["Authorization"] {
            return isAWS(authorization) && !authorization.contains("/execute-api/")
        }
        return head.rawQuery.split(separator: "&").contains { item in
            ["X-Amz-Credential=", "X-Amz-Algorithm=", "AWSAccessKeyId="].contains { item.hasPrefix($0) }
        }
    }

    /// Whether a request without a signature may still come from a client of AWS's: by the headers that those add, as a form, to
    /// the root, to a path of the stack's own or to a host's name that holds a bucket's.
    static func mayBeOne(_ head: HTTPRequest) -> Bool {
        if head.rawPath == "/" || head.rawPath.hasPrefix("/_") { return true }
        let type = head.headers["Content-Type"]?.lowercased() ?? ""
        if ["application/x-www-form-urlencoded", "multipart/form-data"].contains(where: type.hasPrefix) {
            return true
        }
        let isSent = head.headers.fields.contains { field in
            let name = field.name.lowercased()
            return name.hasPrefix("x-amz-") || name.hasPrefix("amz-sdk-")
        }
        return isSent || isNamed(head.headers["Host"] ?? "")
    }

    private static func isNamed(_ host: String) -> Bool {
        let name = host.prefix { $0 != ":" }
        return name.hasSuffix(".localhost") || name.hasSuffix(".localstack.cloud")
            || name.hasSuffix(".amazonaws.com")
    }

    private static func isAWS(_ authorization: String) -> Bool {
        authorization.hasPrefix("AWS4-") || authorization.hasPrefix("AWS ")
    }
}
