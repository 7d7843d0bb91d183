import CloudTemplate

/// A subscription of a topic: `AWS::SNS::Subscription`.
struct SubscriptionResource: PlannedResource {
    let logicalID: String
    private let topicARN: String
    private let protocolName: String
    private let endpoint: String
    private let attributes: [(name: String, value: String)]

    init?(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        attributes = Self.attributes(reader)
        let endpoint = reader.requiredText("Endpoint")
        guard let topic = reader.requiredText("TopicArn"), let name = reader.requiredText("Protocol"),
            let endpoint
        else { return nil }
        topicARN = topic
        protocolName = name
        self.endpoint = endpoint
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let parameters = [
            ("TopicArn", topicARN), ("Protocol", protocolName), ("Endpoint", endpoint),
            ("ReturnSubscriptionArn", "true"),
        ]
        let answer = services.query(service: "sns", action: "Subscribe", parameters)
        try answer.accept(of: logicalID)
        guard let arn = answer.text.firstMatch(of: /<SubscriptionArn>([^<]+)</)?.1 else {
            throw DeploymentFailure(logicalID: logicalID, reason: "Subscribe answered no SubscriptionArn")
        }
        for attribute in attributes {
            let change = [
                ("SubscriptionArn", String(arn)), ("AttributeName", attribute.name),
                ("AttributeValue", attribute.value),
            ]
            try services.query(service: "sns", action: "SetSubscriptionAttributes", change).accept(
                of: logicalID
            )
        }
    }

    private static func attributes(_ reader: PropertyReader) -> [(name: String, value: String)] {
        let scope = reader.word("FilterPolicyScope", of: ["MessageAttributes", "MessageBody"])
        let raw = reader.boolean("RawMessageDelivery").map { $0 ? "true" : "false" }
        // The scope has to be there before the policy, whose form depends on it.
        let attributes = [
            ("RawMessageDelivery", raw), ("FilterPolicyScope", scope),
            ("FilterPolicy", reader.node("FilterPolicy")?.jsonText),
            ("RedrivePolicy", reader.node("RedrivePolicy")?.jsonText),
        ]
        return attributes.compactMap { name, value in value.map { (name, $0) } }
    }
}
