import CloudTemplate

/// A queue: `AWS::SQS::Queue`.
struct QueueResource: PlannedResource {
    let logicalID: String
    let name: String
    let arn: String
    private let attributes: [String: String]
    private let fixedAttributes: [String: String]

    init(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        name = resource.identity.name
        arn = resource.identity.attributes?["Arn"] ?? name
        reader.acknowledge("QueueName")
        attributes = Self.attributes(reader)
        let isFIFO = reader.boolean("FifoQueue") ?? false
        fixedAttributes = isFIFO ? ["FifoQueue": "true"] : [:]
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let created = services.json(
            service: "sqs",
            target: "AmazonSQS.CreateQueue",
            CreateInput(
                queueName: name,
                attributes: attributes.merging(fixedAttributes) { first, _ in first }
            )
        )
        guard ["QueueNameExists", "QueueAlreadyExists"].contains(created.errorCode) else {
            return try created.accept(of: logicalID)
        }
        let url = services.queueURL(name)
        let changed = services.json(
            service: "sqs",
            target: "AmazonSQS.SetQueueAttributes",
            ChangeInput(queueUrl: url, attributes: attributes)
        )
        try changed.accept(of: logicalID)
    }

    private struct CreateInput: Encodable {
        let queueName: String
        let attributes: [String: String]
    }

    private struct ChangeInput: Encodable {
        let queueUrl: String
        let attributes: [String: String]
    }

    private static func attributes(_ reader: PropertyReader) -> [String: String] {
        var attributes: [String: String] = [:]
        let numbers: [(String, ClosedRange<Int>)] = [
            ("DelaySeconds", 0...900), ("MaximumMessageSize", 1024...1_048_576),
            ("MessageRetentionPeriod", 60...1_209_600), ("ReceiveMessageWaitTimeSeconds", 0...20),
            ("VisibilityTimeout", 0...43_200),
        ]
        for (name, range) in numbers { attributes[name] = reader.integer(name, in: range).map(String.init) }
        for name in ["RedrivePolicy", "RedriveAllowPolicy"] { attributes[name] = reader.node(name)?.jsonText }
        if reader.boolean("ContentBasedDeduplication") == true {
            attributes["ContentBasedDeduplication"] = "true"
        }
        return attributes
    }
}
