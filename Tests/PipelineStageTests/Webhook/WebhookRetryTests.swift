import PipelineRuntime
import Testing

@testable import Notifier
@testable import PipelineStage
@testable import StageContracts

@Suite struct `A webhook that is not taken` {
    @Test func `is sent again after growing pauses, the same under the same id`() throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.cloud.endpoint.answer(500, 404, 302, 429, 503)
        try pipeline.run()
        let requests = pipeline.cloud.endpoint.requests
        #expect(requests.count == 6)
        #expect(Set(requests.compactMap { $0.headers["webhook-id"] }).count == 1)
        let told = try pipeline.cloud.endpoint.callbacks
        #expect(Set(told.map { "\($0.type) \($0.timestamp) \($0.data.outputs.map(\.key))" }).count == 1)
        #expect(pipeline.cloud.endpoint.pauses == [5, 300, 1800, 7200, 18_000])
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .sent)
        #expect(notification.attempts == 6)
        #expect(try pipeline.record.notifications.count == 1)
        #expect(pipeline.isIdle)
    }

    @Test func `has links that are signed when it is sent`() throws {
        let body = Requests.gallery(#","retention":"archive""#).replacing(
            #""email":"o@b.de""#,
            with: #""webhook":"https://example.com/done""#
        )
        let pipeline = TestPipeline.functions(body, upload: try Uploads.photo())
        pipeline.cloud.endpoint.answer(500, 500, 500, 500, 500, 500)
        try pipeline.run()
        let endpoint = pipeline.cloud.endpoint
        let callbacks = try endpoint.callbacks
        #expect(callbacks.count == 7)
        for (callback, request) in zip(callbacks, endpoint.requests) {
            let seconds = try #require(request.headers["webhook-timestamp"].flatMap { Int($0) })
            let end = Timestamp(milliseconds: (seconds + 604_800) * 1000)
            let record = callback.data
            let ends = record.outputs.map(\.urlExpiresAt) + [record.original?.urlExpiresAt]
            #expect(ends.count == 9 && ends.allSatisfy { $0 == end })
            let links = Set(record.outputs.compactMap(\.url))
            let candidates = try #require(record.srcset).split(separator: ", ")
            #expect(candidates.allSatisfy { links.contains(String($0.prefix { $0 != " " })) })
        }
    }

    @Test(
        arguments: [
            (429, "60", 60), (503, "60", 60), (500, "7", 7), (503, "36001", 36_000),
            (503, "99999999999", 36_000),
            (503, "Mon, 02 Feb 2026 02:41:40 GMT", 100), (503, "Monday, 02-Feb-26 02:41:40 GMT", 100),
            // What asks for less than the schedule, or cannot be read, changes nothing.
            (503, "4", 5), (429, "0", 5), (503, "-1", 5), (503, "+60", 5), (503, "1.5", 5), (503, "soon", 5),
            (503, "", 5), (503, "Mon, 02 Feb 2026 02:39:00 GMT", 5),
        ] as [(Int, String, Int)]
    )
    func `is sent again when its endpoint asks for it`(status: Int, wish: String, seconds: Int) throws {
        let pipeline = try TestPipeline.withWebhook()
        let busy = HTTPResponse(status: status, headers: ["Retry-After": wish])
        pipeline.cloud.endpoint.answers = [.success(busy)]
        while pipeline.cloud.endpoint.requests.isEmpty { #expect(try pipeline.step()) }
        let waiting = try #require(try pipeline.record.notifications.first)
        #expect(waiting.status == .retrying)
        #expect(waiting.nextAttemptAt == waiting.at.advanced(by: .seconds(seconds)))
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.pauses == [seconds])
        let sent = try #require(try pipeline.record.notifications.first)
        #expect(sent.status == .sent && sent.nextAttemptAt == nil)
        #expect(pipeline.isIdle)
    }

    @Test func `is given up after the last attempt, whatever time its endpoint asks for`() throws {
        let pipeline = try TestPipeline.withWebhook()
        let busy = HTTPResponse(status: 429, headers: ["Retry-After": "3600"])
        pipeline.cloud.endpoint.answers = Array(
            repeating: .success(busy),
            count: WebhookSchedule.maximumAttemptCount
        )
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.pauses == [3600, 3600, 3600, 7200, 18_000, 36_000])
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed && notification.detail == "status_429")
        #expect(notification.nextAttemptAt == nil)
    }

    @Test(arguments: [
        HTTPError.Kind.untrustedPeer, .connectionFailed, .connectionLost, .unresolvedHost, .timedOut,
        .malformedResponse,
    ])
    func `is sent again where an operator can mend it`(kind: HTTPError.Kind) throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.cloud.endpoint.answers = Array(repeating: .failure(HTTPError(kind, "down")), count: 3)
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == 4)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .sent && notification.attempts == 4)
    }

    @Test func `is given up after the last attempt`() throws {
        let pipeline = try TestPipeline.withWebhook()
        pipeline.cloud.endpoint.answers = Array(
            repeating: .failure(HTTPError(.timedOut, "slow")),
            count: WebhookSchedule.maximumAttemptCount
        )
        try pipeline.run()
        #expect(pipeline.cloud.endpoint.requests.count == WebhookSchedule.maximumAttemptCount)
        let notification = try #require(try pipeline.record.notifications.first)
        #expect(notification.status == .failed)
        #expect(notification.detail == "timed_out")
        #expect(pipeline.isIdle)
    }
}
