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
        guard let timeToLiveAttribute else { return }
        let specification = TimeToLiveInput.Specification(attributeName: timeToLiveAttribute, enabled: true)
        let changed = services.json(
            service: "dynamodb",
            target: "DynamoDB_20120810.UpdateTimeToLive",
            TimeToLiveInput(tableName: name, timeToLiveSpecification: specification)
        )
        // DynamoDB refuses to enable what is enabled.
        try changed.accept(alsoCodes: ["ValidationException"], of: logicalID)
    }

    private struct CreateInput: Encodable, Sendable {
        let tableName: String
        let attributeDefinitions: TemplateNode
        let keySchema: TemplateNode
        let globalSecondaryIndexes: TemplateNode?
        let localSecondaryIndexes: TemplateNode?
        let billingMode = "PAY_PER_REQUEST"
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
