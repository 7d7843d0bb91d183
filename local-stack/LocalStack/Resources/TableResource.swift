import CloudTemplate

/// A table: `AWS::DynamoDB::Table`.
struct TableResource: PlannedResource {
    let logicalID: String
    let name: String
    private let creation: CreateInput
    private let timeToLiveAttribute: String?

    init?(_ resource: StackResource, _ reader: PropertyReader) {
        logicalID = resource.logicalID
        name = resource.identity.name
        reader.acknowledge("TableName", "BillingMode", "ProvisionedThroughput")
        let timeToLive = reader.reader("TimeToLiveSpecification")
        let isEnabled = timeToLive?.boolean("Enabled") ?? false
        let attribute = timeToLive?.text("AttributeName")
        timeToLiveAttribute = isEnabled ? attribute : nil
        guard let definitions = reader.node("AttributeDefinitions"), let keys = reader.node("KeySchema")
        else {
            reader.refuse(nil, "a table needs AttributeDefinitions and KeySchema")
            return nil
        }
        creation = CreateInput(
            tableName: name,
            attributeDefinitions: definitions,
            keySchema: keys,
            globalSecondaryIndexes: reader.node("GlobalSecondaryIndexes"),
            localSecondaryIndexes: reader.node("LocalSecondaryIndexes")
        )
    }

    func deploy(_ services: ServiceClient) throws(DeploymentFailure) {
        let created = services.json(service: "dynamodb", target: "DynamoDB_20120810.CreateTable", creation)
        try created.accept(alsoCodes: ["ResourceInUseException"], of: logicalID)
        if let timeToLiveAttribute { try setTimeToLive(timeToLiveAttribute, services) }
    }

    /// Lets items expire by an attribute; a table that does so by another one is refused, as in the cloud.
    private func setTimeToLive(_ attribute: String, _ services: ServiceClient) throws(DeploymentFailure) {
        let target = "DynamoDB_20120810."
        let described = services.json(
            service: "dynamodb",
            target: target + "DescribeTimeToLive",
            DescribeTimeToLiveInput(tableName: name)
        )
        try described.accept(of: logicalID)
        // DynamoDB refuses to enable what is enabled.
        let current = described.decoded(as: TimeToLive.self)?.timeToLiveDescription
        guard current?.attributeName != attribute else { return }
        let specification = TimeToLiveInput.Specification(attributeName: attribute, enabled: true)
        let changed = services.json(
            service: "dynamodb",
            target: target + "UpdateTimeToLive",
            TimeToLiveInput(tableName: name, timeToLiveSpecification: specification)
        )
        try changed.accept(of: logicalID)
    }

    private struct CreateInput: Encodable, Sendable {
        let tableName: String
        let attributeDefinitions: TemplateNode
        let keySchema: TemplateNode
        let globalSecondaryIndexes: TemplateNode?
        let localSecondaryIndexes: TemplateNode?
        let billingMode = "PAY_PER_REQUEST"
    }

    private struct DescribeTimeToLiveInput: Encodable {
        let tableName: String
    }

    private struct TimeToLive: Decodable {
        struct Description: Decodable {
            let attributeName: String?

            enum CodingKeys: String, CodingKey {
                case attributeName = "AttributeName"
            }
        }

        let timeToLiveDescription: Description

        enum CodingKeys: String, CodingKey {
            case timeToLiveDescription = "TimeToLiveDescription"
        }
    }

    private struct TimeToLiveInput: Encodable {
        struct Specification: Encodable {
            let attributeName: String
            let enabled: Bool
        }

        let tableName: String
        let timeToLiveSpecification: Specification
    }
}
