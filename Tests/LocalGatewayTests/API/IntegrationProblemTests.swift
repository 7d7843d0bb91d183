import Testing

@testable import LocalGateway

struct IntegrationProblemTests {
    @Test(arguments: [
        ("uri: http://example.com", "is no arn:aws:apigateway"),
        ("uri: arn:aws:apigateway:us-east-1:ec2:path/x", "which does not run on this machine"),
        ("{}", "uri is missing"),
        (
            "uri: arn:aws:apigateway:us-east-1:s3:path/b\nrequestParameters: { a: b }",
            "is no integration.request"
        ),
        (
            "uri: arn:aws:apigateway:us-east-1:s3:path/b\nrequestTemplates: { application/json: '#if(1)' }",
            "#if has no #end"
        ),
        (
            "uri: arn:aws:apigateway:us-east-1:s3:path/b\nrequestParameters: { integration.request.path.a: nowhere }",
            "is no source of a value"
        ),
        ("uri: arn:aws:apigateway:us-east-1:s3:path/b\nresponses: { '(': {} }", "is no regular expression"),
    ])
    func `an integration that cannot be run is a problem of the template`(
        integration: String,
        reason: String
    ) throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(integration == "{}" ? "cacheKeyParameters: []" : integration)
        )
        #expect(bench.problems.contains { $0.contains(reason) }, "\(bench.problems)")
    }

    @Test func `a header that no response declares is a problem, as it is in the cloud`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                responses:
                  default: { statusCode: 201, responseParameters: { method.response.header.X-More: "'1'" } }
                  "404": { statusCode: 404, responseParameters: { method.response.header.ETag: "'1'" } }
                """
            )
        )
        #expect(bench.problems.count == 2)
        #expect(bench.problems.contains { $0.contains("declare the header X-More of 201") })
        #expect(bench.problems.contains { $0.contains("declare the header ETag of 404") })
    }
}
