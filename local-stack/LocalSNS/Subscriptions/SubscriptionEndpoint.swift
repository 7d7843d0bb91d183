import LocalServiceKit

/// Where a subscription delivers to.
struct SubscriptionEndpoint: Sendable {
    let protocolName: String
    let address: String

    /// Whether the subscription is in effect without a confirmation from the endpoint.
    var isConfirmedAtOnce: Bool { protocolName == "sqs" }

    /// Checks the endpoint of a new subscription to `topic`.
    ///
    /// The local stack delivers to queues. Addresses that have to confirm stay pending for ever, as nobody confirms here; what
    /// it cannot serve at all is refused.
    init(protocolName: String, address: String?, topic: Topic) throws(ServiceError) {
        guard let address, !address.isEmpty else { throw .invalidSNSParameter("Endpoint") }
        switch protocolName {
        case "sqs":
            guard let queue = ARN(address), queue.service == "sqs" else {
                throw .invalidSNSParameter("SQS endpoint ARN")
            }
            guard topic.isFIFO || !queue.resource.hasSuffix(".fifo") else {
                throw .invalidSNSParameter(
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics"
                )
            }
        case "http", "https":
            guard address.hasPrefix(protocolName + "://") else {
                throw .invalidSNSParameter("Endpoint must match the specified protocol")
            }
        case "email", "email-json":
            guard address.contains("@") else { throw .invalidSNSParameter("Email address") }
        case "application", "firehose", "lambda", "sms":
            throw .invalidSNSParameter(
                "Protocol Reason: the local stack does not deliver to \(protocolName) endpoints"
            )
        default:
            throw .invalidSNSParameter("Amazon SNS does not support this protocol string: \(protocolName)")
        }
        self.protocolName = protocolName
        self.address = address
    }
}
