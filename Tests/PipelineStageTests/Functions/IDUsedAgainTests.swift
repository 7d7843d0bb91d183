import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

/// The same id for another request, once the record of the first one has expired.
@Suite struct `An id that is used again` {
    private static func body(_ source: String = #""key":"uploads/1/a.jpg""#, more: String = "") -> String {
        #"{"requestId":"order-1","source":{\#(source)},"renditions":[{"name":"small","width":20}],"#
            + #""notify":{"webhook":"https://example.com/done"}\#(more)}"#
    }

    /// The pipeline after a request has ended and its record is gone.
    private static func forgetful(_ body: String, upload: [UInt8]?) throws -> TestPipeline {
        let pipeline = try TestPipeline.ended(body, upload: upload)
        #expect(try pipeline.record.status == .processed)
        pipeline.clock.advance(by: .seconds(31 * 86_400))
        pipeline.cloud.table["order-1"] = nil
        return pipeline
    }

    @Test func `leaves the original alone that was archived under it`() throws {
        let body = Self.body(more: #","retention":"archive""#)
        let (first, second) = (try Uploads.photo(), try Uploads.photo(width: 80))
        let pipeline = try Self.forgetful(body, upload: first)
        pipeline.cloud.objects[TestPipeline.uploadName] = second
        pipeline.send(body)
        try pipeline.run()
        let archived = pipeline.cloud.objects.filter { $0.key.hasPrefix("rtp-archived-files/order-1/") }
        #expect(archived.count == 2 && archived.values.contains(first) && archived.values.contains(second))
        let key = try #require(try pipeline.record.original?.key)
        #expect(try pipeline.file("rtp-archived-files/" + key) == second)
    }

    @Test func `has events and webhooks that nobody takes for the first ones`() throws {
        let pipeline = try Self.forgetful(Self.body(), upload: Uploads.photo())
        let before = Set(try pipeline.events.map(\.id))
        pipeline.send(Self.body())
        try pipeline.run()
        #expect(Set(try pipeline.events.map(\.id)).count == 2 * before.count)
        let webhooks = pipeline.cloud.endpoint.requests.compactMap { $0.headers["webhook-id"] }
        #expect(webhooks.count == 2 && Set(webhooks).count == 2)
    }

    @Test func `fetches its own picture, though that of the first one still lies there`() throws {
        let body = Self.body(#""url":"https://pictures.example.com/a.jpg""#)
        let (first, second) = (try Uploads.photo(), try Uploads.photo(width: 80))
        let pipeline = TestPipeline.functions(body, upload: nil)
        var answers = [(200, first), (503, []), (200, second)]
        pipeline.cloud.intercept = { (_, request) throws(HTTPError) in
            guard request.url.hasPrefix("https://pictures."), !answers.isEmpty else { return nil }
            let (status, bytes) = answers.removeFirst()
            return HTTPResponse(status: status, body: bytes)
        }
        try pipeline.run()
        pipeline.clock.advance(by: .seconds(31 * 86_400))
        pipeline.cloud.table["order-1"] = nil
        pipeline.send(body)
        try pipeline.run()
        #expect(try pipeline.record.stages.preprocess?.attempts == 2)
        #expect(try pipeline.record.source?.width == 80)
        let key = try #require(try pipeline.record.source?.key)
        #expect(try pipeline.file("rtp-request-files/" + key) == second)
    }
}
