import PipelineClient
import PipelineRuntime
import StageContracts
import Testing

@Suite struct `New links` {
    private static func record(
        endingAt time: String,
        updatedAt: String = "2026-02-02T02:40:00.123Z"
    ) -> String {
        """
        {"requestId":"a","status":"processed","createdAt":"2026-02-02T02:40:00.123Z","sequence":1,"progress":100,
        "outputs":[{"name":"small","id":"a_small","key":"a/small.jpg","url":"http://s3.test/small","format":"jpeg",
        "urlExpiresAt":"\(time)","width":1,"height":1,"bytes":1}],"updatedAt":"\(updatedAt)",
        "stages":{},"history":[],"notifications":[],"warnings":[]}
        """
    }

    private static let old = "2026-02-09T02:40:00.123Z"
    private static let new = "2026-02-17T02:40:00.123Z"

    private func renew(
        _ transport: ScriptedTransport
    ) throws -> (result: Result<RecordDocument?, APIError>, pauses: [Duration]) {
        let client = APIClient(try #require(APIAddress("http://api.test/v1")), transport: transport)
        let document = try #require(try client.record("a"))
        var pauses: [Duration] = []
        let result = Result { () throws(APIError) in
            try LinkRenewal(client) { pauses.append($0) }.renew(document)
        }
        return (result, pauses)
    }

    @Test func `are there when the record's links end later, whatever else changes before`() throws {
        let transport = ScriptedTransport(
            .response(200, Self.record(endingAt: Self.old)),
            .response(202, "{}"),
            .response(200, Self.record(endingAt: Self.old)),
            .response(200, Self.record(endingAt: Self.old, updatedAt: "2026-02-10T02:40:00.123Z")),
            .response(200, Self.record(endingAt: Self.new))
        )
        let (result, pauses) = try renew(transport)
        #expect(try result.get()?.record.outputs.first?.urlExpiresAt?.text == Self.new)
        #expect(transport.isUsedUp && pauses.count == 3)
        #expect(transport.requests[1].method == "POST")
        #expect(transport.requests[1].url == "http://api.test/v1/requests/a/links")
    }

    @Test func `that are refused are waited for no longer`() throws {
        let refusal = #"{"title":"No request can have that id","status":404}"#
        let transport = ScriptedTransport(
            .response(200, Self.record(endingAt: Self.old)),
            .response(404, refusal, type: "application/problem+json")
        )
        let (result, pauses) = try renew(transport)
        #expect(throws: APIError.self) { try result.get() }
        #expect(pauses.isEmpty)
    }
}
