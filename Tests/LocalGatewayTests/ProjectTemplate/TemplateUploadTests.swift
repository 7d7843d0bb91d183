import LocalHTTP
import Testing

@testable import LocalGateway

/// Uploads through the API of the project's own template.
struct TemplateUploadTests {
    @Test func `an upload is stored under a new key and its address is answered`() throws {
        let bench = try GatewayBench.ofProjectTemplate()
        let response = bench.send(
            "PUT",
            "/files/caf%C3%A9%20it's.png",
            headers: ["Content-Type": "image/png"],
            body: "png"
        )
        #expect(response.status == 201)
        #expect(
            bench.calls.first?.request.rawPath == "/rtp-request-files/uploads/req-1/caf%C3%A9%20it%27s.png"
        )
        let json = try JSONValue(json: response.text)
        #expect(json["key"]?.string == "uploads/req-1/café it's.png")
        #expect(json["url"]?.string?.hasPrefix("http://127.0.0.1:4566/uploads/req-1/caf") == true)
    }

    @Test(arguments: [(200, 201), (412, 409), (409, 409), (403, 502), (503, 502), (400, 400)])
    func `an upload under an id of the caller's is never written over`(status: Int, answer: Int) throws {
        let bench = try GatewayBench.ofProjectTemplate(answer: HTTPResponse(status: status))
        let response = bench.send("PUT", "/uploads/0123456789abcdef/it's.png", body: "png")
        #expect(response.status == answer)
        let call = try #require(bench.calls.first).request
        #expect(call.rawPath == "/rtp-request-files/uploads/0123456789abcdef/it%27s.png")
        #expect(call.headers["If-None-Match"] == "*")
        let json = try JSONValue(json: response.text)
        #expect((json["key"]?.string == "uploads/0123456789abcdef/it's.png") == (answer == 201))
        #expect((json["code"]?.string != nil) == (answer != 201))
    }

    @Test(arguments: [
        "/uploads/short/a.png", "/uploads/0123456789abcdef/%2e%2e", "/uploads/0123456789abcde./a",
    ])
    func `an upload that no request may ask for is refused`(path: String) throws {
        let response = try GatewayBench.ofProjectTemplate().send("PUT", path, body: "png")
        #expect(response.status == 400 && response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["code"]?.string != nil)
    }
}
