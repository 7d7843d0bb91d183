import CloudTemplate
import FoundationEssentials
import LocalHTTP
import Testing

@testable import LocalGateway

/// The API of the project's own template.
struct ProjectTemplateTests {
    private static func bench(answer: HTTPResponse = HTTPResponse(status: 200)) throws -> GatewayBench {
        let root = URL(filePath: #filePath).appending(path: "../../../../template.yaml").standardized
        let template = try Template.read(Array(Data(contentsOf: root)), file: "template.yaml")
        let stack = try template.stack(StackSettings(endpoint: "http://127.0.0.1:4566"))
        let api = try #require(stack.resources.first { $0.type == "AWS::Serverless::Api" })
        let bench = GatewayBench(try #require(api.properties.mapping?["DefinitionBody"]), answer: answer)
        #expect(bench.problems == [])
        return bench
    }

    @Test func `nothing of the API is left over`() throws {
        #expect(try Self.bench().leftovers == [])
    }

    @Test func `an upload is stored under a new key and its address is answered`() throws {
        let bench = try Self.bench()
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

    @Test func `a request is published with its id and answered with its address`() throws {
        let bench = try Self.bench(
            answer: HTTPResponse(status: 200, contentType: "text/xml", text: "<PublishResponse/>")
        )
        let body = #"{"source": {"key": "uploads/1/a.jpg"}, "renditions": [{"name": "t", "width": 200}]}"#
        let response = bench.send(
            "POST",
            "/process-file",
            headers: ["Content-Type": "application/json"],
            body: body
        )
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
        #"{"source": {"key": "a", "url": "b"}, "preset": "x", "more": 1}"#,
    ])
    func `a bad request is answered with problem JSON and goes nowhere`(body: String) throws {
        let bench = try Self.bench()
        let response = bench.send(
            "POST",
            "/process-file",
            headers: ["Content-Type": "application/json"],
            body: body
        )
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
        let bench = try Self.bench(answer: HTTPResponse(status: 400, contentType: "text/xml", text: refusal))
        let body = #"""
            {"source": {"key": "a"}, "renditions": [{"name": "a"}, {"name": "b"}, {"name": "a"}, {"name": "b"}],
            "attributes": {"region": "usa", "it's \"ü/~": "1", "": "2", "-a": "3", "a_B-9": "4"}}
            """#
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let response = bench.send("POST", "/process-file", headers: headers, body: body)
        #expect(response.status == 400)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        guard case .array(let errors)? = try JSONValue(json: response.text)["errors"] else {
            Issue.record("no errors in \(response.text)")
            return
        }
        let places = ["/renditions/2/name", "/renditions/3/name"]
        let names = [#"/attributes/it's "ü~1~0"#, "/attributes/", "/attributes/-a"]
        #expect(Set(errors.compactMap { $0["pointer"]?.string }) == Set(places + names))
        #expect(errors.count == 5 && errors.allSatisfy { $0["detail"]?.string?.hasPrefix("is ") == true })
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        #expect(form["Message"] == "")
    }

    @Test func `a request that the topic refuses for a reason of its own is told to be asked again`() throws {
        let bench = try Self.bench(answer: HTTPResponse(status: 400, contentType: "text/xml", text: "<E/>"))
        let body = #"{"source": {"key": "a"}, "preset": "gallery", "attributes": {"a": "1"}}"#
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let response = bench.send("POST", "/process-file", headers: headers, body: body)
        #expect(response.status == 502)
        #expect(try JSONValue(json: response.text)["code"]?.string == "service_failed")
    }

    private static func benchWithItems(_ items: String, unprocessed: String = "{}") throws -> GatewayBench {
        let text = #"{"Responses":{"rtp-data-store":[\#(items)]},"UnprocessedKeys":\#(unprocessed)}"#
        return try bench(
            answer: HTTPResponse(status: 200, contentType: "application/x-amz-json-1.0", text: text)
        )
    }

    /// The table's item of a record, as the posting `first` made it.
    private static let item =
        #"{"requestId":{"S":"r"},"submission":{"S":"first"},"document":{"S":"{\"requestId\":\"r\",\"note\":\"é\\n\"}"}}"#

    @Test func `a record is answered as it is stored`() throws {
        let bench = try Self.benchWithItems(Self.item)
        let response = bench.send("GET", "/requests/r")
        #expect(response.status == 200)
        #expect(response.text == "{\"requestId\":\"r\",\"note\":\"é\\n\"}")
        let wish = try JSONValue(json: try #require(bench.calls.first).body)["RequestItems"]?[
            "rtp-data-store"
        ]
        #expect(wish?["Keys"]?.text == #"[{"requestId":{"S":"r"}}]"#)
    }

    @Test(arguments: [
        ("first", item, 200), ("other", item, 404), ("no/posting", item, 404), ("other", "", 404),
        ("again", item + #",{"requestId":{"S":"submission/again"}}"#, 200),
        ("again", #"{"requestId":{"S":"submission/again"}}"#, 404),
        (
            "other",
            #"{"requestId":{"S":"submission/other"},"document":{"S":"{\"requestId\":\"r.refused\"}"}},"#
                + item,
            200
        ),
    ])
    func `a posting is answered with its own record or refusal alone`(
        posting: String,
        items: String,
        status: Int
    ) throws {
        let bench = try Self.benchWithItems(items)
        let response = bench.send("GET", "/requests/r", query: "submission=\(posting)")
        #expect(response.status == status)
        let id = items.contains(".refused") ? "r.refused" : "r"
        if status == 200 { #expect(try JSONValue(json: response.text)["requestId"]?.string == id) }
        let wish = try JSONValue(json: try #require(bench.calls.first).body)["RequestItems"]?[
            "rtp-data-store"
        ]
        let key = posting == "no/posting" ? "-" : posting
        #expect(wish?["Keys"]?.text == #"[{"requestId":{"S":"r"}},{"requestId":{"S":"submission/\#(key)"}}]"#)
    }

    @Test func `an answer that the table did not give is asked for again`() throws {
        let rest = #"{"rtp-data-store":{"Keys":[{"requestId":{"S":"r"}}]}}"#
        let response = try Self.benchWithItems("", unprocessed: rest).send("GET", "/requests/r")
        #expect(response.status == 502 && response.headers["Content-Type"] == "application/problem+json")
    }

    @Test(arguments: ["none", "it's", "%22%7D", "a%2Fb", String(repeating: "a", count: 3000)])
    func `an unknown record is not found`(id: String) throws {
        let bench = try Self.benchWithItems("")
        let response = bench.send("GET", "/requests/\(id)")
        #expect(response.status == 404)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["status"]?.text == "404")
        let wish = try JSONValue(json: try #require(bench.calls.first).body)["RequestItems"]?[
            "rtp-data-store"
        ]
        let key = id == "none" ? "none" : "-"
        #expect(wish?["Keys"]?.text == #"[{"requestId":{"S":"\#(key)"}}]"#)
    }

    @Test(arguments: [(200, 201), (412, 409), (409, 409), (403, 502), (503, 502), (400, 400)])
    func `an upload under an id of the caller's is never written over`(status: Int, answer: Int) throws {
        let bench = try Self.bench(answer: HTTPResponse(status: status))
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
        let response = try Self.bench().send("PUT", path, body: "png")
        #expect(response.status == 400 && response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["code"]?.string != nil)
    }

    @Test func `a request under an id of the caller's is answered with the address of its posting`() throws {
        let bench = try Self.bench(
            answer: HTTPResponse(status: 200, contentType: "text/xml", text: "<PublishResponse/>")
        )
        let body = #"{"requestId": "r", "source": {"key": "uploads/1/a.jpg"}, "preset": "gallery"}"#
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let json = try JSONValue(
            json:
                bench.send("POST", "/process-file", headers: headers, body: body).text
        )
        #expect(json["statusUrl"]?.string == "http://127.0.0.1:4566/requests/r?submission=req-1")
        let call = try #require(bench.calls.first)
        let form = try #require(QueryItem.parseForm(Array(call.body.utf8)))
        #expect(form["MessageAttributes.entry.2.Name"] == "submission")
        #expect(form["MessageAttributes.entry.2.Value.StringValue"] == "req-1")
    }

    private static func eventsInTheCloud(of status: String, after id: String) throws -> HTTPResponse {
        let record =
            #"{\"requestId\":\"r\",\"status\":\"\#(status)\",\"sequence\":7,\"updatedAt\":\"2026-01-01T00:00:00.000Z\"}"#
        let item = #"{"Item":{"document":{"S":"\#(record)"}}}"#
        let bench = try bench(
            answer: HTTPResponse(status: 200, contentType: "application/x-amz-json-1.0", text: item)
        )
        return bench.send("GET", "/requests/r/events", headers: ["Last-Event-ID": id])
    }

    @Test(arguments: [
        ("processing", "progress", ""), ("processed", "completed", "event: end\ndata: completed\n\n"),
        ("failed", "failed", "event: end\ndata: failed\n\n"),
        ("cancelled", "cancelled", "event: end\ndata: cancelled\n\n"),
    ])
    func `the cloud answers with the latest event`(status: String, kind: String, end: String) throws {
        let response = try Self.eventsInTheCloud(of: status, after: "")
        #expect(response.status == 200)
        #expect(response.headers["Content-Type"] == "text/event-stream")
        #expect(response.headers["Cache-Control"] == "no-cache")
        let lines = response.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0...3] == ["retry: 2000", "", "id: 7", "event: \(kind)"])
        let event = try JSONValue(json: String(lines[4].dropFirst("data: ".count)))
        #expect(event["type"]?.string == "distributed-image-processor.request.\(kind)")
        #expect(event["id"]?.string == "r-7")
        #expect(event["data"]?["status"]?.string == status)
        #expect(response.text.hasSuffix(end))
    }

    @Test func `the cloud says nothing twice, and that nothing more comes`() throws {
        let waiting = try Self.eventsInTheCloud(of: "processing", after: "7")
        #expect(waiting.status == 200)
        #expect(waiting.text == ":\n\n")
        let over = try Self.eventsInTheCloud(of: "processed", after: "7")
        #expect(over.status == 204)
        #expect(over.text == "")
        let unknown = try Self.bench(
            answer: HTTPResponse(status: 200, contentType: "application/x-amz-json-1.0", text: "{}")
        )
        #expect(unknown.send("GET", "/requests/r/events").text == "retry: 2000\n\n")
        #expect(unknown.send("GET", "/channels/c").status == 501)
        for path in ["/requests/a%2Fb/events", "/requests/-/events", "/channels/a%20b"] {
            let never = unknown.send("GET", path)
            #expect(never.status == 404 && never.headers["Content-Type"] == "application/problem+json")
        }
    }

    private static func takingBack(
        _ answer: String,
        status: Int = 400,
        id: String = "order-1"
    ) throws -> (GatewayBench, HTTPResponse) {
        let bench = try bench(
            answer: HTTPResponse(status: status, contentType: "application/x-amz-json-1.0", text: answer)
        )
        return (bench, bench.send("DELETE", "/v1/requests/\(id)"))
    }

    @Test func `a request is cancelled by a note in the table`() throws {
        let (bench, response) = try Self.takingBack("{}", status: 200)
        #expect(response.status == 202)
        let json = try JSONValue(json: response.text)
        #expect(json["requestId"]?.string == "order-1")
        #expect(json["statusUrl"]?.string == "http://127.0.0.1:4566/v1/requests/order-1")
        #expect(json["eventsUrl"]?.string == "http://127.0.0.1:4566/v1/requests/order-1/events")
        let call = try #require(bench.calls.first)
        #expect(call.request.headers["X-Amz-Target"] == "DynamoDB_20120810.UpdateItem")
        let input = try JSONValue(json: call.body)
        #expect(input["Key"]?.text == #"{"requestId":{"S":"order-1"}}"#)
        #expect(input["ExpressionAttributeValues"]?[":now"]?["N"]?.string == "1428582896000")
        #expect(input["ExpressionAttributeValues"]?[":seconds"]?["N"]?.string == "1428582896")
    }

    @Test(arguments: ["it's", "a%0A", "-a", "%22%7D", String(repeating: "x", count: 129)])
    func `what cannot be an id is sent as an empty key, which the table refuses`(id: String) throws {
        let (bench, response) = try Self.takingBack(#"{"__type":"ValidationException"}"#, id: id)
        #expect(response.status == 404)
        let input = try JSONValue(json: try #require(bench.calls.first).body)
        #expect(input["Key"]?.text == #"{"requestId":{"S":""}}"#)
    }

    @Test(arguments: [
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"processed"}}}"#, 409),
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"failed"}}}"#, 409),
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"cancelled"}}}"#, 202),
        (#"{"__type":"ValidationException","message":"too long"}"#, 404),
    ])
    func `a request that has ended is not cancelled`(answer: String, status: Int) throws {
        let (_, response) = try Self.takingBack(answer)
        #expect(response.status == status)
        let json = try JSONValue(json: response.text)
        let type = status == 202 ? "application/json" : "application/problem+json"
        #expect(response.headers["Content-Type"] == type)
        #expect(json[status == 202 ? "statusUrl" : "code"] != nil)
    }

    @Test(arguments: [
        ("PUT", "/files/a.png", 502), ("POST", "/process-file", 502), ("GET", "/requests/r", 502),
        ("GET", "/uploads/i/a.png", 502), ("DELETE", "/requests/r", 502), ("GET", "/requests/r/events", 502),
    ])
    func `a service that fails is told as problem JSON`(method: String, path: String, status: Int) throws {
        let bench = try Self.bench(
            answer: HTTPResponse(status: 503, contentType: "application/xml", text: "<Error/>")
        )
        let body = #"{"source": {"key": "k"}, "preset": "gallery"}"#
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
        let response = try Self.bench().send(method, path)
        #expect(response.status == 404)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        let detail = try #require(try JSONValue(json: response.text)["detail"]?.string)
        #expect(detail.contains("POST /process-file"))
    }

    @Test(arguments: [
        ("DELETE", "/files/a", "PUT"), ("GET", "/process-file", "POST"), ("HEAD", "/v1/requests/a", "GET"),
        ("OPTIONS", "/uploads/1/a", "GET"),
    ])
    func `a method that a path does not have is told which it has`(
        method: String,
        path: String,
        allowed: String
    ) throws {
        let response = try Self.bench().send(method, path)
        #expect(response.status == 405)
        #expect(response.headers["Allow"]?.split(separator: ", ").contains(Substring(allowed)) == true)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(try JSONValue(json: response.text)["detail"]?.string?.hasPrefix("Use ") == true)
    }
}
