import CloudTemplate
import FoundationEssentials
import LocalHTTP
import Testing

@testable import LocalGateway

extension GatewayBench {
    /// The API of the project's own template, behind which every service gives the same answer.
    static func ofProjectTemplate(
        answer: HTTPResponse = HTTPResponse(status: 200),
        parameters: [String: String] = [:]
    ) throws -> GatewayBench {
        let bench = GatewayBench(try projectDocument(parameters), answer: answer)
        #expect(bench.problems == [])
        return bench
    }

    /// The OpenAPI document of the project's own template.
    static func projectDocument(_ parameters: [String: String] = [:]) throws -> TemplateNode {
        let root = URL(filePath: #filePath).appending(path: "../../../../template.yaml").standardized
        let template = try Template.read(Array(Data(contentsOf: root)), file: "template.yaml")
        let settings = StackSettings(endpoint: "http://127.0.0.1:4566", parameters: parameters)
        let stack = try template.stack(settings)
        let api = try #require(stack.resources.first { $0.type == "AWS::Serverless::Api" })
        return try #require(api.properties.mapping?["DefinitionBody"])
    }

    /// Sends a request as a caller does.
    func post(_ body: String) -> HTTPResponse {
        send("POST", "/process-file", headers: ["Content-Type": "application/json"], body: body)
    }
}
