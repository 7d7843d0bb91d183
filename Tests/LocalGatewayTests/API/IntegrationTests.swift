import LocalHTTP
import Testing

@testable import LocalGateway

struct IntegrationTests {
    @Test func `an object is put with mapped path and headers, its body untouched`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                httpMethod: PUT
                uri: arn:aws:apigateway:us-east-1:s3:path/bucket/uploads/{one}/{name}
                requestParameters:
                  integration.request.path.one: context.requestId
                  integration.request.path.name: method.request.path.id
                  integration.request.header.Content-Type: method.request.header.Content-Type
                  integration.request.header.X-Fixed: "'fixed'"
                  integration.request.header.X-Color: stageVariables.color
                  integration.request.header.X-Absent: method.request.header.Absent
                  integration.request.querystring.q: method.request.querystring.a
                responses: { default: { statusCode: 201, responseParameters: { method.response.header.ETag: integration.response.header.ETag } } }
                """,
                extra: "x-amazon-apigateway-binary-media-types: [ '*/*' ]"
            ),
            answer: HTTPResponse(status: 200, headers: ["ETag": "\"e\"", "X-Other": "1"])
        )
        #expect(bench.problems == [])
        #expect(bench.leftovers == [])
        let response = bench.send(
            "POST",
            "/do/a%2Fb%20c",
            query: "a=1%202",
            headers: ["Content-Type": "image/png", "X-Private": "1"],
            body: "\u{0}bytes"
        )
        let call = try #require(bench.calls.first)
        #expect(call.service == "s3")
        #expect(call.request.method == "PUT")
        #expect(call.request.rawPath == "/bucket/uploads/req-1/a%2Fb%20c")
        #expect(call.request.rawQuery == "q=1%202")
        #expect(call.body == "\u{0}bytes")
        #expect(call.request.headers["Content-Type"] == "image/png")
        #expect(call.request.headers["X-Fixed"] == "fixed")
        #expect(call.request.headers["X-Color"] == "red")
        #expect(call.request.headers["X-Absent"] == nil)
        #expect(call.request.headers["X-Private"] == nil)
        #expect(response.status == 201)
        #expect(response.headers["ETag"] == "\"e\"")
        #expect(response.headers["X-Other"] == nil)
        #expect(response.headers["x-amzn-RequestId"] == "req-1")
    }

    @Test func `a topic is published to by a form out of a template`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                httpMethod: POST
                uri: arn:aws:apigateway:us-east-1:sns:path//
                passthroughBehavior: never
                requestParameters: { integration.request.header.Content-Type: "'application/x-www-form-urlencoded'" }
                requestTemplates: { application/json: "Action=Publish&Message=$util.urlEncode($input.body)" }
                responses: { default: { statusCode: 202, responseTemplates: { application/json: '{\"id\":\"$context.requestId\"}' } } }
                """
            ),
            answer: HTTPResponse(status: 200, contentType: "text/xml", text: "<x/>")
        )
        let response = bench.send(
            "POST",
            "/do/1",
            headers: ["Content-Type": "application/json; charset=utf-8"],
            body: "{\"a\": \"&\"}"
        )
        let call = try #require(bench.calls.first)
        #expect(call.service == "sns")
        #expect(call.request.rawPath == "/")
        #expect(call.body == "Action=Publish&Message=%7B%22a%22%3A+%22%26%22%7D")
        #expect(call.request.headers["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(response.status == 202)
        #expect(response.text == #"{"id":"req-1"}"#)
        #expect(response.headers["Content-Type"] == "application/json")
    }

    @Test func `an item is read by a target header, and the answer overrides status and type`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:dynamodb:action/GetItem
                requestTemplates: { application/json: '{\"Key\":{\"id\":{\"S\":\"$input.params(\"id\")\"}}}' }
                responses:
                  default:
                    statusCode: 200
                    responseTemplates:
                      application/json: "#set($d = $input.path('$.Item.d.S'))#if(\\"$!d\\" == \\"\\")#set($context.responseOverride.status = 404)#set($context.responseOverride.header.Content-Type = \\"application/problem+json\\"){}#else$d#end"
                """
            ),
            answer: HTTPResponse(status: 200, contentType: "application/x-amz-json-1.0", text: "{}")
        )
        #expect(bench.problems == [])
        let response = bench.send("POST", "/do/k1", headers: ["Content-Type": "application/json"])
        let call = try #require(bench.calls.first)
        #expect(call.request.headers["X-Amz-Target"] == "DynamoDB_20120810.GetItem")
        #expect(call.request.headers["Content-Type"] == "application/x-amz-json-1.0")
        #expect(call.body == #"{"Key":{"id":{"S":"k1"}}}"#)
        #expect(response.status == 404)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(response.text == "{}")
    }

    @Test(arguments: [(200, 200), (404, 444), (403, 444), (500, 502), (503, 502), (302, 200)])
    func `a response is chosen by the pattern that takes the whole status`(status: Int, answered: Int) throws
    {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                responses: { default: { statusCode: 200 }, "40[34]": { statusCode: 444 }, "5\\\\d{2}": { statusCode: 502 } }
                """
            ),
            answer: HTTPResponse(status: status)
        )
        #expect(bench.problems == [])
        #expect(bench.send("POST", "/do/1").status == answered)
    }

    @Test(
        arguments: [
            ("never", "text/plain", 415), ("when_no_templates", "text/plain", 415),
            ("when_no_match", "text/plain", 200),
            ("never", "application/json", 200), ("never", nil, 200),
        ] as [(String, String?, Int)]
    )
    func `a body without a template goes on only where it may`(
        behavior: String,
        type: String?,
        status: Int
    ) throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                passthroughBehavior: \(behavior)
                requestTemplates: { application/json: "mapped" }
                responses: { default: {} }
                """
            )
        )
        let response = bench.send(
            "POST",
            "/do/1",
            headers: type.map { ["Content-Type": $0] } ?? [:],
            body: "raw"
        )
        #expect(response.status == status)
        #expect(bench.calls.first?.body == (status == 415 ? nil : type == "text/plain" ? "raw" : "mapped"))
    }

    @Test func `overrides of a request template replace what was mapped`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b/{key}
                requestParameters: { integration.request.path.key: method.request.path.id }
                requestTemplates:
                  application/json: "#set($context.requestOverride.path.key = 'new key')#set($context.requestOverride.header.X-A = 'b')#set($context.requestOverride.querystring.c = 'd')"
                responses: { default: { responseTemplates: { application/json: "$context.requestOverride.path.key" } } }
                """
            )
        )
        let response = bench.send("POST", "/do/old")
        #expect(bench.calls.first?.request.rawPath == "/b/new%20key")
        #expect(bench.calls.first?.request.headers["X-A"] == "b")
        #expect(bench.calls.first?.request.rawQuery == "c=d")
        #expect(response.text == "new key")
    }

    @Test func `a file passes through without being read`() throws {
        let answer = HTTPResponse(
            status: 200,
            headers: ["Content-Type": "image/png"],
            body: .file(path: "/nowhere", offset: 0, count: 5)
        )
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                responses: { default: { responseParameters: { method.response.header.Content-Type: integration.response.header.Content-Type } } }
                """
            ),
            answer: answer
        )
        let response = bench.send("POST", "/do/1")
        #expect(response.text == "a file")
        #expect(response.headers["Content-Type"] == "image/png")
    }

    @Test func `a template that fails is an internal error, and the operator is told why`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                requestTemplates: { application/json: "$util.nope('x')" }
                responses: { default: {} }
                """
            )
        )
        let response = bench.send("POST", "/do/1")
        #expect(response.status == 500)
        #expect(response.text == #"{"message":"Internal server error"}"#)
        #expect(
            bench.reports == [
                "api: POST /do/1: mapping template, line 1: there is no method nope() with 1 arguments here"
            ]
        )
    }

    @Test func `a body that a template cannot read as JSON is the caller's mistake`() throws {
        let bench = try GatewayBench(
            yaml: IntegrationTemplate.document(
                """
                uri: arn:aws:apigateway:us-east-1:s3:path/b
                requestTemplates: { application/json: "$input.json('$.a')" }
                responses: { default: {} }
                """
            )
        )
        let response = bench.send("POST", "/do/1", body: "{")
        #expect(response.status == 400)
        #expect(response.text.contains("Could not parse request body into json"))
        #expect(bench.calls.isEmpty)
    }

    @Test func `a binary body is for no template unless it is to be converted`() throws {
        for (handling, status) in [("", 500), ("contentHandling: CONVERT_TO_TEXT", 200)] {
            let bench = try GatewayBench(
                yaml: IntegrationTemplate.document(
                    """
                    uri: arn:aws:apigateway:us-east-1:s3:path/b
                    requestTemplates: { application/json: "$input.body" }
                    \(handling)
                    responses: { default: {} }
                    """,
                    extra: "x-amazon-apigateway-binary-media-types: [ 'application/*' ]"
                )
            )
            for (body, encoded) in [("{}", "e30="), ("", "")] {
                #expect(bench.send("POST", "/do/1", body: body).status == status)
                #expect(status != 200 || bench.calls.last?.body == encoded)
            }
        }
    }
}
