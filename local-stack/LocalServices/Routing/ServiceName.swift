import LocalHTTP
import LocalSES
import LocalSecretsManager

/// The services behind the one port.
enum ServiceName: String, Sendable {
    case sqs
    case sns
    case dynamodb
    case ses
    case sts
    case secretsManager = "secretsmanager"
    case s3
    /// The local stack's own pages, such as `/_aws/ses`.
    case control
    /// A form that only its content can assign.
    case form

    /// The service that a request is for, as far as its head says.
    ///
    /// By the target header, by the scope of the signature, by the path; a form without any of these is looked at once it is
    /// there, and everything else is S3's.
    init(of head: HTTPRequest) {
        if let target = head.headers["X-Amz-Target"] {
            self = Self(target: target)
        } else if head.rawPath.hasPrefix("/_localstack/") || head.rawPath.hasPrefix("/_aws/") {
            self = .control
        } else if head.rawPath.hasPrefix(SESService.pathOfVersion2) {
            self = .ses
        } else if let name = Self.scope(of: head).flatMap({ ServiceName(scope: $0) }) {
            self = name
        } else if Self.isForm(head) {
            self = .form
        } else {
            self = .s3
        }
    }

    /// The service that credential scopes, and integrations of API Gateway, call so.
    init?(scope: some StringProtocol) {
        switch scope {
        case "sqs": self = .sqs
        case "sns": self = .sns
        case "dynamodb": self = .dynamodb
        case "ses", "email": self = .ses
        case "sts": self = .sts
        case "secretsmanager": self = .secretsManager
        case "s3": self = .s3
        default: return nil
        }
    }

    /// The service of a target header, `prefix.action`; SQS answers those that nobody knows.
    private init(target: String) {
        switch target.prefix(while: { $0 != "." }) {
        case SecretsManagerService.targetPrefix[...]: self = .secretsManager
        case let prefix where prefix.hasPrefix("DynamoDB"): self = .dynamodb
        default: self = .sqs
        }
    }

    /// The service of a credential scope, `key/day/region/service/aws4_request`.
    private static func scope(of head: HTTPRequest) -> Substring? {
        if let credential = head.headers["Authorization"]?.part(after: "Credential=", before: ",") {
            let parts = credential.split(separator: "/")
            return parts.count >= 5 ? parts[parts.count - 2] : nil
        }
        let credential = head.rawQuery.part(after: "X-Amz-Credential=", before: "&")
        return credential?.split(separator: "%2F").dropLast().last
    }

    private static func isForm(_ head: HTTPRequest) -> Bool {
        let type = head.headers["Content-Type"] ?? ""
        return (head.method == "POST" && type.hasPrefix("application/x-www-form-urlencoded"))
            || (head.method == "GET"
                && head.rawQuery.split(separator: "&").contains { $0.hasPrefix("Action=") })
    }
}

extension String {
    /// What follows the first text, up to the character; nil where there is no such text.
    fileprivate func part(after text: String, before end: Character) -> Substring? {
        firstRange(of: text).map { self[$0.upperBound...].prefix { $0 != end } }
    }
}
