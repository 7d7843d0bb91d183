import CloudTemplate
import LocalHTTP
import Testing

@testable import LocalGateway

/// The API of the project's own template.
struct ProjectTemplateTests {
    @Test func `nothing of the API is left over`() throws {
        #expect(try GatewayBench.ofProjectTemplate().leftovers == [])
    }

    @Test func `every refusal of the gateway's own is problem JSON that says its status`() throws {
        let document = PropertyReader(try GatewayBench.projectDocument(), problems: ProblemList())
        let request = MethodRequest(unmatched: HTTPRequest(method: "GET", rawPath: "/"))
        let settings = RestAPISettings(apiID: "a", stage: "v1", accountID: "000000000000")
        let context = GatewayContext(request, settings, requestID: "r", milliseconds: 0)
        let wordings = APIDefinition(document).gatewayResponses.responses
        #expect(wordings.keys.contains("DEFAULT_4XX") && wordings.keys.contains("DEFAULT_5XX"))
        for (type, wording) in wordings {
            let answer = wording.response(for: GatewayFault(.badRequest), context)
            let body = try JSONValue(json: answer.text)
            #expect(answer.headers["Content-Type"] == "application/problem+json", "\(type)")
            #expect(body["status"]?.text == "\(wording.status ?? 0)", "\(type)")
            #expect(body["code"]?.string != nil && body["title"]?.string != nil, "\(type)")
        }
    }

    @Test(arguments: [
        ("PUT", "/files/a.png", 502), ("POST", "/process-file", 502), ("GET", "/requests/r", 502),
        ("GET", "/uploads/i/a.png", 502), ("DELETE", "/requests/r", 502), ("GET", "/requests/r/events", 502),
    ])
    func `a service that fails is told as problem JSON`(method: String, path: String, status: Int) throws {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 503, contentType: "application/xml", text: "<Error/>"),
            parameters: ["UploadsArePublic": "true"]
        )
        let body = #"{"source": {"key": "uploads/k"}, "preset": "gallery"}"#
        let response = bench.send(
            method,
            path,
            headers: ["Content-Type": "application/json"],
            body: method == "POST" ? body : ""
        )
        #expect(response.status == status)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["code"]?.string != nil)
    }

    @Test(arguments: [
        ("GET", "/requests"), ("GET", "/v1/nothing"), ("PUT", "/"),
    ])
    func `what the API does not know is told as problem JSON`(method: String, path: String) throws {
        let response = try GatewayBench.ofProjectTemplate().send(method, path)
        #expect(response.status == 404)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        let detail = try #require(try JSONValue(json: response.text)["detail"]?.string)
        #expect(detail.contains("POST /process-file"))
    }

    @Test(arguments: [
        ("DELETE", "/files/a", "PUT"), ("GET", "/process-file", "POST"), ("HEAD", "/v1/requests/a", "GET"),
        ("OPTIONS", "/uploads/1/a", "PUT"), ("GET", "/uploads/1/a", "PUT"),
    ])
    func `a method that a path does not have is told which it has`(
        method: String,
        path: String,
        allowed: String
    ) throws {
        let response = try GatewayBench.ofProjectTemplate().send(method, path)
        #expect(response.status == 405)
        #expect(response.headers["Allow"]?.split(separator: ", ").contains(Substring(allowed)) == true)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["detail"]?.string?.hasPrefix("Use ") == true)
    }

    @Test(arguments: ["a\"b", "a\\", "it's", "\\\",\"x\":\"", "ü:1"])
    func `a host is told as the text that it is`(host: String) throws {
        let request = #"{"source": {"key": "uploads/k"}, "preset": "gallery"}"#
        let address = "http://\(host)/v1/requests/"
        for (method, path, member, start) in [
            ("POST", "/v1/process-file", "eventsUrl", address),
            ("DELETE", "/v1/requests/r", "eventsUrl", address),
            ("POST", "/v1/requests/r/links", "statusUrl", address),
            ("PUT", "/files/a", "url", "http://\(host)/"),
        ] {
            let response = try GatewayBench.ofProjectTemplate(parameters: ["UploadsArePublic": "true"]).send(
                method,
                path,
                headers: ["Host": host, "Content-Type": "application/json"],
                body: path.hasSuffix("process-file") ? request : ""
            )
            let text = try JSONValue(json: response.text)[member]?.string
            #expect(text?.hasPrefix(start) == true, "\(method) \(path): \(response.text)")
        }
    }
}
