import LocalHTTP
import Testing

@testable import LocalGateway

/// Requests through the API of the project's own template.
struct TemplateRequestTests {
    @Test func `a request is published with its id and answered with its address`() throws {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 200, contentType: "text/xml", text: "<PublishResponse/>")
        )
        let body = #"{"source": {"key": "uploads/1/a.jpg"}, "renditions": [{"name": "t", "width": 200}]}"#
        let response = bench.post(body)
        #expect(response.status == 202)
        let json = try JSONValue(json: response.text)
        #expect(json["requestId"]?.string == "req-1")
        #expect(json["statusUrl"]?.string == "http://127.0.0.1:4566/requests/req-1")
        #expect(json["eventsUrl"]?.string == "http://127.0.0.1:4566/requests/req-1/events")
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        #expect(form["Message"] == body)
        #expect(form["MessageAttributes.entry.1.Value.StringValue"] == "req-1")
        #expect(form["TopicArn"] == "arn:aws:sns:us-east-1:000000000000:rtp-request-topic")
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"source\": 1}", "not json",
        #"{"source": {"key": "uploads/a", "url": "b"}, "preset": "x", "more": 1}"#,
    ])
    func `a bad request is answered with problem JSON and goes nowhere`(body: String) throws {
        let bench = try GatewayBench.ofProjectTemplate()
        let response = bench.post(body)
        #expect(response.status == 400)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        let json = try JSONValue(json: response.text)
        #expect(json["status"]?.text == "400")
        guard case .array(let errors)? = json["errors"] else {
            Issue.record("no errors in \(response.text)")
            return
        }
        #expect(!errors.isEmpty)
        #expect(bench.calls.isEmpty)
    }

    @Test func `names that no schema can tell are refused with their places`() throws {
        let refusal = "<ErrorResponse><Error><Code>InvalidParameter</Code></Error></ErrorResponse>"
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 400, contentType: "text/xml", text: refusal)
        )
        let body = #"""
            {"source": {"key": "uploads/a"}, "renditions": [{"name": "a"}, {"name": "b"}, {"name": "a"}, {"name": "b"}],
            "attributes": {"region": "usa", "it's \"ü/~": "1", "": "2", "-a": "3", "a_B-9": "4"}}
            """#
        let response = bench.post(body)
        #expect(response.status == 400)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        guard case .array(let errors)? = try JSONValue(json: response.text)["errors"] else {
            Issue.record("no errors in \(response.text)")
            return
        }
        let places = ["/renditions/2/name", "/renditions/3/name"]
        let names = [#"/attributes/it's "ü~1~0"#, "/attributes/", "/attributes/-a"]
        #expect(Set(errors.compactMap { $0["pointer"]?.string }) == Set(places + names))
        #expect(errors.count == 5)
        #expect(try JSONValue(json: response.text)["detail"]?.string == "5 problems; see errors")
        #expect(errors.allSatisfy { $0["detail"]?.string?.contains(/^(is the name|must be named)/) == true })
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        #expect(form["Message"] == "")
    }

    @Test(arguments: [("x", 256_000, 200), ("x", 256_001, 400), ("ü", 256_000, 200), ("ü", 256_002, 400)])
    func `a request beyond the limit is refused with it, whatever its characters`(
        character: String,
        byteCount: Int,
        topicStatus: Int
    ) throws {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: topicStatus, contentType: "text/xml", text: "<E/>")
        )
        let start = #"{"source": {"key": "uploads/a"}, "preset": "gallery", "attributes": {"a": ""#
        let space = byteCount - start.utf8.count - 3
        let text = String(repeating: character, count: 100)
        let fill = String(repeating: " ", count: space - text.utf8.count)
        let response = bench.post(start + text + "\"" + fill + "}}")
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        guard topicStatus == 400 else {
            #expect(response.status == 202)
            #expect(form["Message"]?.utf8.count == byteCount)
            return
        }
        #expect(response.status == 413)
        #expect(form["Message"] == "")
        let json = try JSONValue(json: response.text)
        #expect(json["code"]?.string == "too_large")
        #expect(json["detail"]?.string == "A request has at most 256000 bytes")
        #expect(json["status"]?.text == "413")
    }

    @Test func `a request that the topic refuses for a reason of its own is told to be asked again`() throws {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 400, contentType: "text/xml", text: "<E/>")
        )
        let body = #"{"source": {"key": "uploads/a"}, "preset": "gallery", "attributes": {"a": "1"}}"#
        let response = bench.post(body)
        #expect(response.status == 502)
        #expect(try JSONValue(json: response.text)["code"]?.string == "service_failed")
    }

    @Test func `a request under an id of the caller's is answered with the address of its posting`() throws {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 200, contentType: "text/xml", text: "<PublishResponse/>")
        )
        let body = #"{"requestId": "r", "source": {"key": "uploads/1/a.jpg"}, "preset": "gallery"}"#
        let json = try JSONValue(
            json:
                bench.post(body).text
        )
        #expect(json["statusUrl"]?.string == "http://127.0.0.1:4566/requests/r?submission=req-1")
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        #expect(form["MessageAttributes.entry.2.Name"] == "submission")
        #expect(form["MessageAttributes.entry.2.Value.StringValue"] == "req-1")
    }
}
