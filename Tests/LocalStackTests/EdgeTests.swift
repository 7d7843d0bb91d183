import CloudTemplate
import LocalGateway
import LocalHTTP
import Synchronization
import Testing

@testable import LocalStack

struct EdgeTests {
    /// Answers with its name.
    private struct Named: HTTPHandler {
        let name: String

        func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 1000) }

        func handle(_ request: HTTPRequest, reply: Reply) {
            reply.send(HTTPResponse(status: 200, contentType: "text/plain", text: name))
        }
    }

    private static let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private static func routes() throws -> EdgeRoutes {
        let plan = try PlanText.plan(
            """
            Api:
              Type: AWS::Serverless::Api
              Properties:
                StageName: v1
                DefinitionBody:
                  paths:
                    /items/{id}:
                      get: { x-amazon-apigateway-integration: { type: mock, responses: { default: { responseTemplates: { application/json: api } } } } }
            """,
            metadata:
                "{ local-stack: { Pages: [{ Path: /_puzzle/, Folder: \(project)/docs/puzzle, Description: d }] } }"
        )
        let surroundings = RestAPISurroundings(
            dispatch: { _, _, then in then(HTTPResponse(status: 500)) },
            now: { 0 },
            makeRequestID: { "id" },
            report: { _ in }
        )
        return EdgeRoutes(
            pages: [HealthPage(), MetricsPage(store: MetricsStore())]
                + plan.apis.map { DescriptionPage($0.description, stage: $0.settings.stage) }
                + plan.pages.map(FolderPage.init),
            functions: Named(name: "functions"),
            apis: plan.apis.map { RestAPI($0.definition, $0.settings, surroundings) },
            services: Named(name: "services"),
            buckets: ["bucket"]
        )
    }

    private static func answer(_ edge: Edge, _ request: HTTPRequest) -> (status: Int, text: String) {
        let answer = Mutex<HTTPResponse?>(nil)
        edge.dispatch(request) { response in answer.withLock { $0 = response } }
        guard let response = answer.withLock({ $0 }), case .bytes(let bytes) = response.body else {
            return (0, "")
        }
        return (response.status, String(decoding: bytes, as: UTF8.self))
    }

    private static let signature =
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"

    @Test(
        arguments: [
            ("GET", "/items/1", "", [:], "api"), ("GET", "/v1/items/1", "", [:], "api"),
            ("GET", "/bucket/key", "", [:], "services"), ("GET", "/", "", [:], "services"),
            ("GET", "/items/1", "", ["Authorization": signature], "services"),
            ("GET", "/items/1", "", ["Authorization": "AWS test:abc"], "services"),
            (
                "GET", "/items/1", "", ["Authorization": signature.replacing("/s3/", with: "/execute-api/")],
                "api"
            ),
            ("GET", "/items/1", "", ["Authorization": "Bearer x"], "api"),
            ("GET", "/items/1", "X-Amz-Algorithm=AWS4-HMAC-SHA256", [:], "services"),
            ("GET", "/items/1", "a=1&AWSAccessKeyId=test", [:], "services"),
            ("GET", "/items/1", "", ["X-Amz-Target": "AmazonSQS.ListQueues"], "services"),
            ("POST", "/2015-03-31/functions/f/invocations", "", [:], "functions"),
            ("GET", "/_aws/ses", "", [:], "services"), ("GET", "/_localstack/info", "", [:], "services"),
            ("GET", "/other/key", "", ["amz-sdk-invocation-id": "1"], "services"),
            ("GET", "/other/key", "", ["X-Amz-Date": "20260101T000000Z"], "services"),
            ("GET", "/key", "", ["Host": "other.localhost:4566"], "services"),
            ("POST", "/queue", "", ["Content-Type": "application/x-www-form-urlencoded"], "services"),
            ("POST", "/other", "", ["Content-Type": "multipart/form-data; boundary=b"], "services"),
        ] as [(String, String, String, HTTPHeaders, String)]
    )
    func `a request finds the part of the stack that it is for`(
        method: String,
        path: String,
        query: String,
        headers: HTTPHeaders,
        name: String
    ) throws {
        let edge = Edge()
        edge.open(try Self.routes())
        let request = HTTPRequest(method: method, rawPath: path, rawQuery: query, headers: headers)
        #expect(Self.answer(edge, request).text == name)
    }

    @Test(arguments: [("GET", "/nope"), ("POST", "/other/key"), ("DELETE", "/bucketful")])
    func `what is nobody's is answered by the API`(method: String, path: String) throws {
        let edge = Edge()
        edge.open(try Self.routes())
        let answer = Self.answer(edge, HTTPRequest(method: method, rawPath: path))
        #expect(answer.status == 403)
        #expect(answer.text == #"{"message":"Missing Authentication Token"}"#)
    }

    @Test func `everything is answered 503 until the stack is up, and when it is no more`() throws {
        let edge = Edge()
        let request = HTTPRequest(method: "GET", rawPath: "/health")
        #expect(Self.answer(edge, request) == (503, #"{"status":"starting"}"#))
        edge.open(try Self.routes())
        #expect(Self.answer(edge, request) == (200, #"{"status":"ready","version":"0.1.0"}"#))
        edge.close()
        #expect(Self.answer(edge, HTTPRequest(method: "PUT", rawPath: "/bucket")).status == 503)
    }

    @Test func `health has LocalStack's shape for those who know it`() throws {
        let edge = Edge()
        edge.open(try Self.routes())
        let answer = Self.answer(edge, HTTPRequest(method: "GET", rawPath: "/_localstack/health"))
        #expect(answer.text.contains(#""sqs":"running""#))
        #expect(answer.text.contains(#""edition":"community""#))
        #expect(Self.answer(edge, HTTPRequest(method: "DELETE", rawPath: "/health")).status == 405)
    }

    @Test(arguments: [("/openapi.json", "http://here:4566"), ("/v1/openapi.json", "http://here:4566/v1")])
    func `the API's description names the server as the caller reached it`(
        path: String,
        server: String
    ) throws {
        let edge = Edge()
        edge.open(try Self.routes())
        let (status, text) = Self.answer(
            edge,
            HTTPRequest(method: "GET", rawPath: path, headers: ["Host": "here:4566"])
        )
        #expect(status == 200)
        #expect(text.contains("\"url\":\"\(server)\"") && text.contains("/items/{id}"))
    }

    @Test(arguments: [
        ("GET", "/_puzzle/", 200), ("GET", "/_puzzle/page.js", 200),
        ("GET", "/_puzzle/puzzle.schema.json", 200),
        ("GET", "/_puzzle/none.js", 404), ("GET", "/_puzzle/README.md", 404),
        ("GET", "/_puzzle/..%2f..%2ftemplate.yaml", 404),
        ("GET", "/_puzzle/../../Package.swift", 404), ("PUT", "/_puzzle/page.js", 405),
    ])
    func `the puzzle page's own files are read, and no others`(
        method: String,
        path: String,
        status: Int
    ) throws {
        let edge = Edge()
        edge.open(try Self.routes())
        #expect(Self.answer(edge, HTTPRequest(method: method, rawPath: path)).status == status)
    }

    @Test func `the description is only read, and an object of its name is an object`() throws {
        let edge = Edge()
        edge.open(try Self.routes())
        #expect(Self.answer(edge, HTTPRequest(method: "POST", rawPath: "/openapi.json")).status == 405)
        let signed = HTTPRequest(
            method: "GET",
            rawPath: "/openapi.json",
            headers: ["Authorization": Self.signature]
        )
        #expect(Self.answer(edge, signed).text == "services")
    }
}
