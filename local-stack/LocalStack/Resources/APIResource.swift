import CloudTemplate
import LocalGateway

/// `AWS::Serverless::Api` with its OpenAPI document in `DefinitionBody`.
struct APIResource: Sendable {
    let logicalID: String
    let definition: APIDefinition
    let description: OpenAPIDocument
    let settings: RestAPISettings

    init?(_ resource: StackResource, _ reader: PropertyReader, accountID: String) {
        logicalID = resource.logicalID
        reader.acknowledge("Name", "Description")
        let stage = reader.requiredText("StageName")
        let variables = reader.reader("Variables")
        let pairs = (variables?.names ?? []).compactMap { name in variables?.text(name).map { (name, $0) } }
        guard let node = reader.node("DefinitionBody"), let document = reader.reader("DefinitionBody") else {
            reader.refuse(nil, "an API needs its OpenAPI document in DefinitionBody")
            return nil
        }
        definition = APIDefinition(document)
        description = OpenAPIDocument(node)
        guard let stage else { return nil }
        settings = RestAPISettings(
            apiID: resource.identity.name,
            stage: stage,
            accountID: accountID,
            stageVariables: Dictionary(uniqueKeysWithValues: pairs)
        )
    }
}
