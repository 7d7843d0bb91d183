/// How actions of a service are called over HTTP.
enum ServiceProtocol: Sendable {
    /// The path and method say everything.
    case rest
    /// `Action=…` in a form or query.
    case query
    /// `X-Amz-Target` and a JSON body.
    case json(targetPrefix: String, contentType: String)

    init?(service: String) {
        switch service {
        case "s3": self = .rest
        case "sns", "sqs", "ses", "email", "sts": self = .query
        case "dynamodb":
            self = .json(targetPrefix: "DynamoDB_20120810", contentType: "application/x-amz-json-1.0")
        default: return nil
        }
    }
}
