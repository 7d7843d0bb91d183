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
        #expect(json["url"] == nil)
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
        ("/uploads/short/a.png", "invalid_upload_id"), ("/uploads/0123456789abcdef/%2e%2e", "invalid_name"),
        ("/uploads/0123456789abcde%0A/a", "invalid_upload_id"), ("/files/%2e%2e%2Fa", "invalid_name"),
        ("/uploads/0123456789abcdef%2F/a", "invalid_upload_id"), ("/files/a%2F%20", "invalid_name"),
        ("/uploads/0123456789%C3%BC%C3%BC%C3%BC/a", "invalid_upload_id"),
        ("/files/a%E2%80%AEb", "invalid_name"), ("/files/%E3%85%A4", "invalid_name"),
        ("/files/a%2F.%E2%A0%80", "invalid_name"), ("/files/%C2%AD%EF%B8%8F", "invalid_name"),
        ("/files/%CC%81", "invalid_name"), ("/files/%CD%80%F3%A0%81%81", "invalid_name"),
        ("/uploads/\(String(repeating: "%20", count: 20))/a", "invalid_upload_id"),
        ("/uploads/\(String(repeating: "%E2%80%8B", count: 20))/a", "invalid_upload_id"),
        ("/uploads/0123456789%F3%A0%81%81abcde/a", "invalid_upload_id"),
    ])
    func `an upload that no request may ask for is refused, whatever the bucket said`(
        path: String,
        code: String
    ) throws {
        for status in [200, 403, 412] where status != 412 || path.hasPrefix("/uploads/") {
            let bench = try GatewayBench.ofProjectTemplate(answer: HTTPResponse(status: status))
            let response = bench.send("PUT", path, body: "png")
            #expect(response.status == 400, "after \(status)")
            #expect(response.headers["Content-Type"] == "application/problem+json")
            #expect(try JSONValue(json: response.text)["code"]?.string == code)
        }
    }

    @Test(arguments: [
        "0123456789abcdef", "under_scores_are_some", "0123456789%20%C3%BC%3F%23%25%22+", "0123456789abcde.",
        "e%CC%81123456789abcdef", "%200123456789%C2%ADabcdef%20",
    ])
    func `an upload id is any text that nobody guesses`(id: String) throws {
        let bench = try GatewayBench.ofProjectTemplate()
        let response = bench.send("PUT", "/uploads/\(id)/a.png", body: "png")
        let json = try JSONValue(json: response.text)
        #expect(response.status == 201)
        #expect(json["key"]?.string == "uploads/\(try #require(PercentEncoding.decode(id)))/a.png")
    }

    @Test(
        arguments: ["/files/a.jpg", "/uploads/0123456789abcdef/a.jpg"],
        [
            (["Content-Type": "multipart/form-data; boundary=x"], 415, "form_upload"),
            (["Content-Type": "Multipart/Form-Data"], 415, "form_upload"),
            (["Content-Length": "0"], 400, "empty_upload"),
            (["Content-Type": "image/jpeg", "Content-Length": "0"], 400, "empty_upload"),
            (["Content-Type": "image/jpeg", "Content-Length": "10"], 201, nil), ([:], 201, nil),
        ] as [(HTTPHeaders, Int, String?)]
    )
    func `a form and an empty file are told how to upload`(
        path: String,
        _ upload: (headers: HTTPHeaders, status: Int, code: String?)
    ) throws {
        let answer = try GatewayBench.ofProjectTemplate().send("PUT", path, headers: upload.headers)
        #expect(answer.status == upload.status)
        let body = try JSONValue(json: answer.text)
        #expect(body["code"]?.string == upload.code)
        guard upload.code != nil else { return }
        #expect(answer.headers["Content-Type"] == "application/problem+json")
        #expect(body["status"]?.text == "\(upload.status)" && body["key"] == nil)
        let detail = try #require(body["detail"]?.string)
        #expect(detail.contains("curl -T FILE"))
        // The name is taken under an id of the caller's own.
        #expect(detail.contains("under another id") == path.hasPrefix("/uploads/"))
    }

    @Test func `an upload may be kept for a while by those who looked at it`() throws {
        let bench = try GatewayBench.ofProjectTemplate(parameters: ["UploadsArePublic": "true"])
        let answer = bench.send("GET", "/uploads/0123456789abcdef/a.jpg")
        #expect(answer.headers["Cache-Control"] == "private, max-age=3600")
    }

    @Test func `integrations act in the name of the front door's role`() throws {
        let bench = try GatewayBench.ofProjectTemplate()
        _ = bench.send("PUT", "/files/a.png", body: "png")
        let role = try #require(bench.calls.first?.roleARN)
        #expect(role.hasPrefix("arn:aws:iam::000000000000:role/") && role.contains("ApiRole"))
    }
}
