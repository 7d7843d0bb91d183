import LocalHTTP
import Testing

@testable import LocalGateway

/// Events through the API of the project's own template, where no local stack keeps them.
struct TemplateEventTests {
    private static func eventsInTheCloud(of status: String, after id: String) throws -> HTTPResponse {
        let record =
            #"{\"requestId\":\"r\",\"status\":\"\#(status)\",\"sequence\":7,\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"updatedAt\":\"2026-01-01T00:00:00.000Z\"}"#
        let item = #"{"Item":{"document":{"S":"\#(record)"}}}"#
        let bench = try GatewayBench.ofProjectTemplate(
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
        #expect(event["id"]?.string == "r-2026-01-01T00:00:00.000Z-7")
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
        let unknown = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: 200, contentType: "application/x-amz-json-1.0", text: "{}")
        )
        #expect(unknown.send("GET", "/requests/r/events").text == "retry: 2000\n\n")
        #expect(unknown.send("GET", "/channels/c").status == 501)
        for path in ["/requests/a%2Fb/events", "/requests/-/events", "/channels/a%20b"] {
            let never = unknown.send("GET", path)
            #expect(never.status == 404 && never.headers["Content-Type"] == "application/problem+json")
        }
    }
}
