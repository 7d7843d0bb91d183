import CloudTemplate
import FoundationEssentials
import Testing

@testable import LocalGateway

/// The schema by which the API of the project's template refuses requests.
struct FrontDoor {
    private let schemas: SchemaSet
    /// The types that a callback has by its description.
    let callbackTypes: [String]
    private let request: JSONSchema

    init() throws {
        let path = URL(filePath: #filePath).appending(path: "../../../template.yaml").standardized
        let template = try Template.read(Array(Data(contentsOf: path)), file: "template.yaml")
        let stack = try template.stack(StackSettings(endpoint: "http://127.0.0.1:4566"))
        let api = try #require(stack.resources.first { $0.type == "AWS::Serverless::Api" })
        let components = api.properties.mapping?["DefinitionBody"]?.mapping?["components"]
        let problems = ProblemList()
        let node = try #require(components?.mapping?["schemas"])
        let callback = node.mapping?["Callback"]?.mapping?["properties"]?.mapping?["type"]
        callbackTypes = callback?.mapping?["enum"]?.items?.compactMap(\.text) ?? []
        schemas = SchemaSet(PropertyReader(node, problems: problems))
        request = try #require(schemas["ProcessingRequest"])
        #expect(problems.problems.map(\.reason) == [])
    }

    /// One thing wrong with a request.
    typealias Refusal = (pointer: String, code: String, text: String)

    /// What is wrong with a request: place, code and words.
    func problems(_ text: String) throws -> [Refusal] {
        schemas.problems(of: try JSONValue(json: text), request).filter { !$0.isConsequence }
            .flatMap { problem in problem.places.map { ($0, problem.code.rawValue, problem.text) } }
    }
}
