import CloudTemplate
import Testing

@testable import LocalGateway

/// The description that callers get, against the rules by which OpenAPI 3.1 differs from 3.0.
struct OpenAPIDocumentTests {
    private static func described(_ yaml: String) throws -> JSONValue {
        let text = "Resources:\n  Api:\n    Type: A::B::C\n    Properties:\n      "
        let bytes = Array((text + yaml.replacing("\n", with: "\n      ")).utf8)
        let stack = try Template.read(bytes, file: "t.yaml").stack(
            StackSettings(endpoint: "http://127.0.0.1:4566")
        )
        let document = OpenAPIDocument(stack.resources[0].properties)
        return try JSONValue(json: Array(document.text(server: "http://here/v1").utf8))
    }

    private static func schema(_ yaml: String) throws -> String {
        try described("components: { schemas: { S: \(yaml) } }")["components"]?["schemas"]?["S"]?.text ?? ""
    }

    @Test func `the version and the server are the stack's own`() throws {
        let document = try Self.described(
            "openapi: 3.0.1\nservers: [{ url: 'http://elsewhere' }]\ninfo: { title: T, version: '1' }"
        )
        #expect(
            document.text
                == #"{"openapi":"3.1.0","servers":[{"url":"http://here/v1"}],"info":{"title":"T","version":"1"}}"#
        )
    }

    @Test func `what only API Gateway acts on is left out`() throws {
        let document = try Self.described(
            """
            x-amazon-apigateway-binary-media-types: ['*/*']
            paths:
              /a:
                x-amazon-apigateway-any-method: { responses: {} }
                get: { summary: s, x-amazon-apigateway-integration: { type: mock } }
            """
        )
        #expect(document["paths"]?.text == #"{"/a":{"get":{"summary":"s"}}}"#)
        #expect(document["x-amazon-apigateway-binary-media-types"] == nil)
    }

    @Test func `header fields that OpenAPI says to ignore are left out`() throws {
        let document = try Self.described(
            """
            paths:
              /a:
                get:
                  parameters: [{ name: Content-Type, in: header }, { name: X-A, in: header }, { name: accept, in: query }]
                  responses: { "200": { description: d, headers: { content-type: {}, ETag: {} } } }
            """
        )
        let get = document["paths"]?["/a"]?["get"]
        #expect(get?["parameters"]?.text == #"[{"name":"X-A","in":"header"},{"name":"accept","in":"query"}]"#)
        #expect(get?["responses"]?["200"]?.text == #"{"description":"d","headers":{"ETag":{}}}"#)
    }

    @Test(arguments: [
        ("{ type: string, nullable: true }", #"{"type":["string","null"]}"#),
        ("{ type: string, nullable: false }", #"{"type":"string"}"#),
        ("{ type: string, example: a }", #"{"type":"string","examples":["a"]}"#),
        (
            "{ type: integer, minimum: 1, exclusiveMinimum: true }",
            #"{"type":"integer","exclusiveMinimum":1}"#
        ),
        ("{ type: integer, maximum: 9, exclusiveMaximum: false }", #"{"type":"integer","maximum":9}"#),
        (
            "{ type: array, x-schema-uniqueItems: true }",
            #"{"type":"array","uniqueItems":true}"#
        ),
        ("{ type: string, format: byte }", #"{"type":"string","contentEncoding":"base64"}"#),
        ("{ type: string, format: binary }", "{}"),
        ("{ type: string, format: date-time }", #"{"type":"string","format":"date-time"}"#),
        (
            #"{ type: string, pattern: '^(\u00a0|\udb40[\udc00-\udfff])$' }"#,
            #"{"type":"string","pattern":"^(\\u00a0|[\#u{E0000}-\#u{E03FF}])$"}"#
        ),
        ("{ enum: [nullable, example] }", #"{"enum":["nullable","example"]}"#),
    ])
    func `schemas are those of JSON Schema 2020-12`(yaml: String, expected: String) throws {
        #expect(try Self.schema(yaml) == expected)
        #expect(
            try Self.schema("{ type: array, items: \(yaml) }") == #"{"type":"array","items":\#(expected)}"#
        )
        #expect(try Self.schema("{ oneOf: [\(yaml)] }") == #"{"oneOf":[\#(expected)]}"#)
        #expect(
            try Self.schema("{ properties: { example: \(yaml) } }")
                == #"{"properties":{"example":\#(expected)}}"#
        )
    }

    @Test func `examples of bodies stay as they are`() throws {
        let document = try Self.described(
            "paths: { /a: { post: { requestBody: { content: { application/json: { example: { x-a: 1, nullable: true } } } } } } }"
        )
        let content = document["paths"]?["/a"]?["post"]?["requestBody"]?["content"]?["application/json"]
        #expect(content?["example"]?.text == #"{"x-a":1,"nullable":true}"#)
    }

    @Test func `what is answered to other methods is told at those that a path has`() throws {
        let document = try Self.described(
            """
            paths:
              /a:
                x-amazon-apigateway-any-method: { responses: { "405": { description: others, headers: { Allow: {} } } } }
                get: { responses: { "200": { description: d }, "502": { description: e } } }
                put: { responses: { "405": { description: own } } }
            """
        )
        let path = document["paths"]?["/a"]
        #expect(
            path?["get"]?["responses"]?.text
                == #"{"200":{"description":"d"},"405":{"description":"others","headers":{"Allow":{}}},"502":{"description":"e"}}"#
        )
        #expect(path?["put"]?["responses"]?.text == #"{"405":{"description":"own"}}"#)
    }

    @Test func `the callback is described with the headers of Standard Webhooks`() throws {
        let text = OpenAPIDocument(try GatewayBench.projectDocument()).text(server: "http://here")
        let document = try JSONValue(json: text)
        let post = document["webhooks"]?["requestEnded"]?["post"]
        let names = try #require(post?["parameters"]).items.map { $0["name"]?.string }
        #expect(names == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        let schema = post?["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(schema?["$ref"]?.string == "#/components/schemas/Callback")
        let data = document["components"]?["schemas"]?["Callback"]?["properties"]?["data"]
        #expect(data?["$ref"]?.string == "#/components/schemas/Record")
        let answer = document["paths"]?["/requests/{id}"]?["get"]?["responses"]?["405"]
        #expect(answer?["headers"]?["Allow"]?["schema"] != nil)
    }
}

extension JSONValue {
    fileprivate var items: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
