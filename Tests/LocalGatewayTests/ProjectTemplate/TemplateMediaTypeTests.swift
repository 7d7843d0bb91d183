import LocalHTTP
import Testing

@testable import LocalGateway

/// Bodies and media types that callers send to what needs none, through the API of the project's own template.
struct TemplateMediaTypeTests {
    private static let bodiless = [
        ("GET", "/health"), ("GET", "/requests/r"), ("DELETE", "/requests/r"), ("POST", "/requests/r/links"),
        ("GET", "/requests/r/events"), ("GET", "/channels/c"), ("GET", "/uploads/0123456789abcdef/a.jpg"),
    ]
    private static let types = [
        "application/json", "Application/JSON; charset=utf-8", "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/octet-stream", "image/jpeg", "application/xml",
    ]

    @Test(arguments: bodiless)
    func `what needs no body takes no notice of one`(_ method: String, path: String) throws {
        let bench = try GatewayBench.ofProjectTemplate(parameters: ["UploadsArePublic": "true"])
        let plain = bench.send(method, path)
        let bodies = ["", "{}", #"{"TableName":"x","Key":{"requestId":{"S":"y"}}}"#, "not JSON", "{"]
        for (type, body) in Self.types.flatMap({ type in bodies.map { (type, $0) } }) {
            let answer = bench.send(method, path, headers: ["Content-Type": type], body: body)
            #expect(answer.status == plain.status, "\(type) \(body): \(answer.text)")
            #expect(answer.text == plain.text)
            if !path.hasPrefix("/uploads") { #expect(bench.calls.last?.body == bench.calls.first?.body) }
        }
        #expect(bench.reports == [])
    }

    @Test(arguments: [("POST", "/files/f.jpg", "PUT"), ("PUT", "/process-file", "POST")])
    func `a method that a path does not have is told so whatever is sent`(
        _ method: String,
        path: String,
        allowed: String
    ) throws {
        let bench = try GatewayBench.ofProjectTemplate()
        for type in Self.types {
            let answer = bench.send(method, path, headers: ["Content-Type": type], body: "--x\r\n")
            #expect(answer.status == 405, "\(type)")
            #expect(answer.headers["Allow"] == allowed)
        }
    }

    @Test func `a rare type is told what to send, and its body reaches no service`() throws {
        for (method, path) in Self.bodiless where !path.hasPrefix("/uploads") {
            let bench = try GatewayBench.ofProjectTemplate()
            let answer = bench.send(method, path, headers: ["Content-Type": "text/x-rare"], body: "{}")
            #expect(answer.status == 415)
            #expect(try JSONValue(json: answer.text)["detail"]?.string?.contains("needs no body") == true)
            #expect(bench.calls.isEmpty)
        }
    }
}
