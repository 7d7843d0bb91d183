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

    private static func isAWS(_ authorization: String) -> Bool {
        authorization.hasPrefix("AWS4-") || authorization.hasPrefix("AWS ")
    }
}
