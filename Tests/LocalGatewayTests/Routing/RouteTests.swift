import LocalHTTP
import Testing

@testable import LocalGateway

struct RouteTests {
    private static func bench() throws -> GatewayBench {
        let paths = ["/", "/items", "/items/{id}", "/items/special", "/items/{id}/parts", "/files/{key+}"]
        let methods = paths.map { path in
            "  \"\(path)\":\n    get: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{}' }, "
                + "responses: { default: { responseTemplates: { application/json: '\(path) $input.params().path' } } } } }"
        }
        return try GatewayBench(yaml: "paths:\n" + methods.joined(separator: "\n"))
    }

    @Test(arguments: [
        ("/", "/ {}"), ("/items", "/items {}"), ("/items/7", "/items/{id} {id=7}"),
        ("/items/special", "/items/special {}"),
        ("/items/a%2Fb%20c", "/items/{id} {id=a/b c}"), ("/items/x/parts", "/items/{id}/parts {id=x}"),
        ("/files/a/b/c", "/files/{key+} {key=a/b/c}"), ("/v1/items", "/items {}"), ("/v1", "/ {}"),
        ("/v1/", "/ {}"),
    ])
    func `a path leads to its method, literals before variables`(path: String, text: String) throws {
        let response = try Self.bench().send("GET", path)
        #expect(response.status == 200)
        #expect(response.text == text)
    }

    @Test(arguments: [
        ("GET", "/nothing"), ("POST", "/items"), ("GET", "/items/a/b"), ("GET", "/files"), ("GET", "/items/"),
    ])
    func `what is no method of the API is answered as API Gateway answers it`(
        method: String,
        path: String
    ) throws {
        let response = try Self.bench().send(method, path)
        #expect(response.status == 403)
        #expect(response.text == #"{"message":"Missing Authentication Token"}"#)
        #expect(response.headers["x-amzn-ErrorType"] == "MissingAuthenticationTokenException")
    }

    @Test(arguments: [
        ("GET", "/items", true), ("PUT", "/items", true), ("GET", "/items/1/2/3", true),
        ("GET", "/v1/other", true),
        ("GET", "/my-bucket/key", false), ("GET", "/v10/items", false), ("GET", "/itemsx", false),
    ])
    func `an API claims what begins like one of its paths`(
        method: String,
        path: String,
        isClaimed: Bool
    ) throws {
        #expect(try Self.bench().claims(method, path) == isClaimed)
    }

    @Test func `a malformed escape is a bad request`() throws {
        #expect(try Self.bench().send("GET", "/items/%zz").status == 400)
        #expect(try Self.bench().send("GET", "/items/%ff").status == 400)
        #expect(try Self.bench().send("GET", "/items", query: "a=%").status == 400)
    }

    @Test(arguments: ["items", "/a{b}", "/{a+}/b", "/{}"])
    func `a path of the wrong form is a problem of the template`(path: String) throws {
        let bench = try GatewayBench(yaml: "paths: { \"\(path)\": { get: {} } }")
        #expect(
            bench.problems.first?.hasPrefix("is no path") == true || bench.problems.count == 1,
            "\(bench.problems)"
        )
    }
}
