import LocalHTTP
import Testing

@testable import LocalGateway

/// Records through the API of the project's own template.
struct TemplateRecordTests {
    private static func benchWithItems(_ items: String, unprocessed: String = "{}") throws -> GatewayBench {
        let text = #"{"Responses":{"rtp-data-store":[\#(items)]},"UnprocessedKeys":\#(unprocessed)}"#
        return try GatewayBench.ofProjectTemplate(
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
}
