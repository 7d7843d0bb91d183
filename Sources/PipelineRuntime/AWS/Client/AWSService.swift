/// The services that are called.
package enum AWSService: String, Sendable, Hashable, CaseIterable {
    /// Simple Storage Service.
    case s3
    /// Simple Notification Service.
    case sns
    /// DynamoDB.
    case dynamodb
    /// Simple Email Service, version 2 of its API.
    case ses
    /// Simple Queue Service.
    case sqs
    /// Secrets Manager.
    case secretsManager = "secretsmanager"
    /// Security Token Service.
    case sts

    /// The first label of the service's host name.
    var endpointPrefix: String { self == .ses ? "email" : rawValue }

    /// How requests are signed.
    var signingRules: SigningRules { self == .s3 ? .s3 : .standard }

    /// The service's name in `X-Amz-Target`, for services of the AWS JSON protocol.
    var jsonTarget: String {
        switch self {
        case .dynamodb: "DynamoDB_20120810"
        case .sqs: "AmazonSQS"
        default: rawValue
        }
    }

    /// The version of the AWS JSON protocol that the service speaks.
    var jsonVersion: String { self == .secretsManager ? "1.1" : "1.0" }

    /// The variables that name an endpoint of one's own, the most particular first.
    ///
    /// The last part is the service's id in AWS's models; version 2 of SES has its own, and tools that know
    /// only one SES set the other.
    var endpointVariables: [String] {
        let ids =
            switch self {
            case .ses: ["SESV2", "SES"]
            case .secretsManager: ["SECRETS_MANAGER"]
            default: [rawValue.uppercased()]
            }
        return ids.map { "AWS_ENDPOINT_URL_\($0)" } + ["AWS_ENDPOINT_URL"]
    }
}
