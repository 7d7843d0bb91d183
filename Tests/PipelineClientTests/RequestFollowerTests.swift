import PipelineClient
import PipelineRuntime
import StageContracts
import Testing

@Suite struct `Following a request` {
    private static func record(_ status: String, _ progress: Int) -> ScriptedTransport.Answer {
        .response(
            200,
            """
            {"requestId":"a","status":"\(status)","createdAt":"2026-02-02T02:40:00.123Z","sequence":1,"outputs":[],
            "updatedAt":"2026-02-02T02:40:00.123Z","progress":\(progress),"stages":{},"history":[],"notifications":[],
            "warnings":[],"added":"later"}
            """
        )
    }

    private static let absent = ScriptedTransport.Answer.response(
        404,
        #"{"title":"No request of that id is known"}"#
    )

    private static func event(_ id: Int, _ status: String, _ progress: Int) -> String {
        "id: \(id)\ndata: {\"data\":{\"status\":\"\(status)\",\"progress\":\(progress)}}\n\n"
    }

    private struct Outcome {
        var result: Result<RecordDocument, APIError>
        var percents: [Int]
        var pauses: [Duration]
    }

    private func follow(_ transport: ScriptedTransport, _ origin: RequestFollower.Origin) throws -> Outcome {
        let client = APIClient(try #require(APIAddress("http://api.test/v1")), transport: transport)
        var (percents, pauses): ([Int], [Duration]) = ([], [])
        let follower = RequestFollower(client) { pauses.append($0) }
        let result = Result { () throws(APIError) in
            try follower.follow("a", origin) { percents.append($0.percent) }
        }
        #expect(transport.isUsedUp)
        return Outcome(result: result, percents: percents, pauses: pauses)
    }

    private static func accepted(_ events: String? = nil, query: String = "") -> AcceptedRequest {
        AcceptedRequest(
            requestId: "a",
            status: "pending",
            statusUrl: "http://api.test/v1/requests/a" + query,
            eventsUrl: events
        )
    }

    private let events = RequestFollower.Origin.accepted(accepted("http://api.test/events"))

    @Test func `events tell the progress, and the record how it ended`() throws {
        let transport = ScriptedTransport(
            .stream([
                Self.event(0, "preprocessing", 0), Self.event(1, "processing", 40),
                Self.event(2, "processed", 100),
            ]),
            Self.record("processed", 100)
        )
        let outcome = try follow(transport, events)
        #expect(try outcome.result.get().record.status == .processed)
        #expect(try outcome.result.get().json.members?["added"] == .string("later"))
        #expect(outcome.percents == [0, 0, 40, 100] && outcome.pauses.isEmpty)
        #expect(transport.requests.map(\.url) == ["http://api.test/events", "http://api.test/v1/requests/a"])
        #expect(transport.requests[0].headers["Accept"] == "text/event-stream")
    }

    @Test func `a stream that breaks off goes on after the last event`() throws {
        let transport = ScriptedTransport(
            .stream(["retry: 20\n" + Self.event(7, "processing", 40), "id: 8\nda"], breaksOff: true),
            .stream([": still there\n\n"]),
            .stream([Self.event(8, "processed", 100)]),
            Self.record("processed", 100)
        )
        let outcome = try follow(transport, events)
        #expect(outcome.percents == [0, 40, 100])
        #expect(transport.requests.map { $0.headers["Last-Event-ID"] } == [nil, "7", "7", nil])
        #expect(outcome.pauses == [.milliseconds(20), .milliseconds(20)])
    }

    @Test(arguments: [
        ScriptedTransport.Answer.response(404, #"{"title":"There is nothing here"}"#), .response(204),
        .response(200, "<html>", type: "text/html"), .response(503),
    ])
    func `without a stream the record is looked at`(answer: ScriptedTransport.Answer) throws {
        let transport = ScriptedTransport(
            answer,
            Self.absent,
            Self.record("processing", 40),
            Self.record("processed", 100)
        )
        let outcome = try follow(transport, events)
        #expect(try outcome.result.get().record.status == .processed)
        #expect(outcome.percents == [0, 0, 40])
    }

    @Test func `while nothing changes the record is looked at less and less often`() throws {
        let transport = ScriptedTransport(
            Self.absent,
            Self.absent,
            Self.absent,
            Self.absent,
            Self.record("processing", 1),
            Self.record("failed", 1)
        )
        let outcome = try follow(transport, .accepted(Self.accepted()))
        #expect(try outcome.result.get().record.status == .failed)
        #expect(outcome.pauses.map { $0 / .milliseconds(1) } == [50, 75, 112.5, 168.75, 50])
    }

    @Test func `a posting under an id of its caller's is looked at first, as the events may be another's`()
        throws
    {
        let transport = ScriptedTransport(
            Self.absent,
            Self.record("preprocessing", 5),
            .stream([Self.event(2, "processed", 100)]),
            Self.record("processed", 100)
        )
        let accepted = Self.accepted("http://api.test/events", query: "?submission=s-1")
        let outcome = try follow(transport, .accepted(accepted))
        #expect(try outcome.result.get().record.status == .processed && outcome.percents == [0, 5, 100])
        let record = "http://api.test/v1/requests/a?submission=s-1"
        #expect(transport.requests.map(\.url) == [record, record, "http://api.test/events", record])
        let refused = try follow(ScriptedTransport(Self.record("failed", 0)), .accepted(accepted))
        #expect(try refused.result.get().record.status == .failed)
    }

    @Test func `a request that is named and not known is refused within seconds`() throws {
        let transport = ScriptedTransport(
            Self.absent,
            Self.absent,
            Self.absent,
            Self.absent,
            Self.absent,
            Self.absent,
            Self.absent
        )
        let outcome = try follow(transport, .named)
        guard case .failure(.refused(let refusal)) = outcome.result else {
            Issue.record("\(outcome.result)")
            return
        }
        #expect(refusal.status == 404 && refusal.code == "not_found" && refusal.title.contains("“a”"))
        #expect(outcome.pauses.reduce(.zero, +) < .seconds(6))
    }

    @Test func `a request that is named and has ended needs no stream`() throws {
        let outcome = try follow(ScriptedTransport(Self.record("cancelled", 20)), .named)
        #expect(try outcome.result.get().record.status == .cancelled)
    }

    @Test func `an API that is away for a moment is asked again, and given up after a while`() throws {
        let back = ScriptedTransport(.failure(.connectionLost), .response(502), Self.record("processed", 100))
        #expect(try follow(back, .accepted(Self.accepted())).result.get().record.progress == 100)
        let failure = ScriptedTransport.Answer.failure(.connectionFailed)
        let away = ScriptedTransport(failure, failure, failure, failure, failure)
        let outcome = try follow(away, .accepted(Self.accepted()))
        #expect(outcome.result == .failure(.unreachable(url: "http://api.test/v1", reason: "written down")))
    }

    @Test func `a stream that never brings an event is given up`() throws {
        let nothing = ScriptedTransport.Answer.failure(.connectionLost)
        let transport = ScriptedTransport(nothing, nothing, nothing, nothing, Self.record("processed", 100))
        #expect(try follow(transport, events).result.get().record.status == .processed)
    }

    @Test func `another program's answer is not taken for a record`() throws {
        let outcome = try follow(ScriptedTransport(.response(200, "[]")), .accepted(Self.accepted()))
        #expect(outcome.result == .failure(.notThisAPI(url: "http://api.test/v1/requests/a", status: 200)))
    }
}
