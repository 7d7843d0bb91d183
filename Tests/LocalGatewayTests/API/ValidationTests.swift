import LocalHTTP
import Testing

@testable import LocalGateway

struct ValidationTests {
    private static let document = """
        x-amazon-apigateway-request-validators:
          all: { validateRequestBody: true, validateRequestParameters: true }
        x-amazon-apigateway-request-validator: all
        x-amazon-apigateway-gateway-responses:
          BAD_REQUEST_BODY:
            statusCode: 422
            responseParameters: { gatewayresponse.header.Content-Type: "'application/problem+json'", gatewayresponse.header.X-A: "'b'" }
            responseTemplates: { application/json: '{"status":422,"detail":"$context.error.validationErrorString"}' }
          DEFAULT_4XX:
            responseTemplates: { application/json: '{"type":"$context.error.responseType","id":"$context.requestId","m":$context.error.messageString}' }
        paths:
          /do:
            post:
              parameters:
                - { name: q, in: query, required: true, schema: { type: string } }
                - { name: X-Needed, in: header, required: true, schema: { type: string } }
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: "#/components/schemas/Body" } } }
              x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{"statusCode": 204}', text/plain: '{}' }, responses: { default: {}, "204": { statusCode: 204 } } }
        components:
          schemas:
            Body: { type: object, required: [a], properties: { a: { type: integer }, b: { maxLength: 1 }, c: { additionalProperties: false } } }
        """

    private static func send(
        _ body: String,
        type: String = "application/json",
        query: String = "q=1"
    ) throws -> HTTPResponse {
        let bench = try GatewayBench(yaml: document)
        #expect(bench.problems == [])
        #expect(bench.leftovers == [])
        return bench.send(
            "POST",
            "/do",
            query: query,
            headers: ["Content-Type": type, "x-needed": "1"],
            body: body
        )
    }

    @Test func `a valid request reaches its integration`() throws {
        #expect(try Self.send(#"{"a": 1}"#).status == 204)
    }

    @Test func `every problem of a body is listed with its pointer in problem JSON`() throws {
        let response = try Self.send(#"{"b": "long"}"#)
        #expect(response.status == 422)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(response.headers["X-A"] == "b")
        let errors =
            #"[{"pointer":"/a","code":"missing","detail":"is required"},"#
            + #"{"pointer":"/b","code":"out_of_range","detail":"must have at most 1 character"}]"#
        #expect(response.text == #"{"status":422,"detail":"2 problems; see errors","errors":\#(errors)}"#)
    }

    @Test func `of more problems than help only the first are listed, and the others counted`() throws {
        let members = (0..<300).map { "\"b\($0)\": 1" }.joined(separator: ", ")
        let body = try JSONValue(json: try Self.send("{\"a\": 1, \"c\": {\(members)}}").text)
        #expect(body["detail"]?.string == "300 problems; see errors")
        guard case .array(let errors)? = body["errors"] else {
            Issue.record("there is no list")
            return
        }
        #expect(errors.count == 101)
        #expect(errors.last?["pointer"]?.string == "" && errors.first?["pointer"]?.string == "/c/b0")
        #expect(errors.last?["detail"]?.string == "has 200 more problems")
    }

    @Test func `a member that stands twice is told beside what is refused anyway`() throws {
        let errors =
            #"[{"pointer":"/b","code":"out_of_range","detail":"must have at most 1 character"},"#
            + #"{"pointer":"/a","code":"duplicate","detail":"is named twice"}]"#
        #expect(
            try Self.send(#"{"a": 1, "b": "long", "a": 2}"#).text
                == #"{"status":422,"detail":"2 problems; see errors","errors":\#(errors)}"#
        )
        #expect(try Self.send(#"{"a": 1, "a": 2}"#).status == 204)
    }

    @Test(arguments: ["", "{", "[1]", "\"a\"", "\u{feff}{}"])
    func `a body that is no object of JSON is refused`(body: String) throws {
        #expect(try Self.send(body).status == 422)
    }

    @Test func `a body of a media type without a model is not checked`() throws {
        #expect(try Self.send("anything", type: "text/plain").status == 200)
    }

    @Test func `a missing parameter is refused by name`() throws {
        let response = try Self.send(#"{"a": 1}"#, query: "")
        #expect(response.status == 400)
        #expect(
            response.text
                == #"{"type":"BAD_REQUEST_PARAMETERS","id":"req-1","m":"Missing required request parameters: [q]"}"#
        )
    }

    @Test func `a body above 10 MB is refused before it is received`() throws {
        let bench = try GatewayBench(yaml: Self.document)
        guard case .refuse(let response) = bench.plan(length: 10_485_761) else {
            Issue.record("not refused")
            return
        }
        #expect(response.status == 413)
        #expect(response.text.contains("HTTP content length exceeded 10485760 bytes."))
        guard case .sink(let sink) = bench.plan(length: 10_485_760) else {
            Issue.record("refused")
            return
        }
        let megabyte = [UInt8](repeating: 1, count: 1_048_576)
        let accepted = (1...11).filter { _ in megabyte.withUnsafeBytes { Self.accepts($0, sink) } }
        #expect(accepted.count == 10)
    }

    private static func accepts(_ chunk: UnsafeRawBufferPointer, _ sink: any BodySink) -> Bool {
        do throws(BodyRefusal) {
            try sink.write(chunk)
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        ("x-amazon-apigateway-request-validator: nope", "names no validator of the document: nope"),
        ("x-amazon-apigateway-gateway-responses: { NOPE: {} }", "is no type of gateway response: NOPE"),
        (
            "components: { schemas: { A: { $ref: '#/components/schemas/B' } } }",
            "refers to a schema that there is not: B"
        ),
        (
            "components: { schemas: { A: { properties: { x: { items: { type: text } } } } } }",
            "JSON knows array"
        ),
        ("components: { schemas: { A: { pattern: '(' } } }", "is no regular expression: ("),
    ])
    func `a document with mistakes is a problem of the template`(yaml: String, reason: String) throws {
        let path = "paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }"
        let bench = try GatewayBench(yaml: "\(yaml)\n\(path)")
        #expect(bench.problems.contains { $0.contains(reason) }, "\(bench.problems)")
    }

    @Test func `what the gateway does not act on is left over`() throws {
        let bench = try GatewayBench(
            yaml: """
                x-amazon-apigateway-policy: {}
                security: []
                paths: { /a: { get: { security: [], x-amazon-apigateway-integration: { type: mock, cacheNamespace: x } } } }
                components: { securitySchemes: {}, schemas: { A: { patternProperties: {}, type: object } } }
                """
        )
        #expect(
            bench.leftovers == [
                "x-amazon-apigateway-policy", "security", "paths./a.get.security",
                "paths./a.get.x-amazon-apigateway-integration.cacheNamespace", "components.securitySchemes",
                "components.schemas.A.patternProperties",
            ]
        )
    }
}
