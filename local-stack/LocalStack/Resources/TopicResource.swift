import CloudTemplate

/// `AWS::SNS::Topic`, with the subscriptions that it may list.
struct TopicResource: PlannedResource {
    let logicalID: String
    let name: String
    let arn: String
    private let displayName: String?
    private let isFIFO: Bool
    private let subscriptions: [(protocolName: String, endpoint: String)]

    init(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        name = resource.identity.name
        arn = resource.identity.reference
        reader.acknowledge("TopicName")
        displayName = reader.text("DisplayName")
        isFIFO = reader.boolean("FifoTopic") ?? false
        subscriptions = reader.readers("Subscription").compactMap { subscription in
            let protocolName = subscription.requiredText("Protocol")
            let endpoint = subscription.requiredText("Endpoint")
            return protocolName.flatMap { name in endpoint.map { (name, $0) } }
        }
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        var parameters = [("Name", name)]
        if let displayName { parameters += ServiceClient.entry(1, "Attributes", "DisplayName", displayName) }
        if isFIFO { parameters += ServiceClient.entry(2, "Attributes", "FifoTopic", "true") }
        try services.query(service: "sns", action: "CreateTopic", parameters).accept(of: logicalID)
        for subscription in subscriptions {
            let parameters = [
                ("TopicArn", arn), ("Protocol", subscription.protocolName),
                ("Endpoint", subscription.endpoint),
            ]
            try services.query(service: "sns", action: "Subscribe", parameters).accept(of: logicalID)
        }
    }
}
