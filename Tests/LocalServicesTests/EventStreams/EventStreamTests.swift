import LocalHTTP
import LocalStore
import Testing

@testable import LocalEventStreams
@testable import LocalServiceKit
@testable import LocalServices

struct EventStreamTests {
    private let cloud: LocalCloud
    private let topic: String
    private let source: EventStreamSource
    private let channel: EventStreamSource

    init() throws {
        cloud = try LocalCloud()
        topic = try cloud.createTopic("t")
        source = EventStreamSource(
            topicARN: topic,
            attribute: "id",
            nameAttribute: "type",
            isNumberedBySequence: true,
            lastNames: ["done", "failed"],
            lastRetention: .seconds(10 * 86_400),
            patience: .seconds(120)
        )
        channel = EventStreamSource(topicARN: topic, attribute: "channel", nameAttribute: "type")
        try cloud.stack.eventStreams.setSources([source, channel])
    }

    /// The event of that number, as a CloudEvents document.
    private static func event(_ number: Int, of source: String) -> String {
        #"{"specversion":"1.0","id":"\#(source)-\#(number)","source":"/\#(source)","sequence":"\#(number)"}"#
    }

    private func publish(_ number: Int, of source: String, _ name: String, channel: String? = nil) throws {
        let attributes = [("id", "String", source), ("type", "String", name)]
        try cloud.publish(
            Self.event(number, of: source),
            to: topic,
            attributes + (channel.map { [("channel", "String", $0)] } ?? [])
        )
    }

    private static func line(_ number: Int, _ name: String, of source: String = "a") -> String {
        "\(number) \(name) \(event(number, of: source))"
    }

    @Test func `what was published comes first, then what is, and an end`() throws {
        try publish(1, of: "a", "started")
        let watched = try WatchedStream(cloud, source, "a")
        #expect(watched.answer.status == 200)
        #expect(watched.answer.headers["Content-Type"] == "text/event-stream")
        #expect(watched.answer.headers["Cache-Control"] == "no-cache")
        #expect(watched.answer.headers["Access-Control-Allow-Origin"] == "*")
        #expect(watched.received().hasPrefix("retry: 1000\n\n"))
        try publish(2, of: "a", "progress")
        try publish(1, of: "b", "started")
        try publish(3, of: "a", "done")
        try publish(4, of: "a", "progress")
        let lines = [Self.line(1, "started"), Self.line(2, "progress"), Self.line(3, "done"), "- end done"]
        #expect(watched.events() == lines)
    }

    @Test func `an event that is published again, or late, is sent once`() throws {
        let watched = try WatchedStream(cloud, source, "a")
        for number in [1, 3, 3, 2, 1, 4] { try publish(number, of: "a", "progress") }
        #expect(watched.events() == [1, 3, 4].map { Self.line($0, "progress") })
        #expect(try WatchedStream(cloud, source, "a").events() == (1...4).map { Self.line($0, "progress") })
    }

    @Test func `who connects again gets what came since, also after a restart`() throws {
        for number in 1...3 { try publish(number, of: "a", "progress") }
        try cloud.restart()
        try publish(4, of: "a", "failed")
        #expect(
            try WatchedStream(cloud, source, "a", after: "2").events() == [
                Self.line(3, "progress"), Self.line(4, "failed"), "- end failed",
            ]
        )
        for id in ["", "x", "-5", "1e3", "99999999999999999999"] {
            #expect(try WatchedStream(cloud, source, "a", after: id).events().count == 5, "\(id)")
        }
    }

    @Test func `who has seen the end is told that nothing more comes`() throws {
        try publish(7, of: "a", "done")
        #expect(try WatchedStream(cloud, source, "a", after: "6").events().count == 2)
        for id in ["7", "8"] {
            let watched = try WatchedStream(cloud, source, "a", after: id)
            #expect(watched.answer.status == 204)
        }
    }

    @Test func `a channel has the events of many, in the order in which they came, and no end`() throws {
        let watched = try WatchedStream(cloud, channel, "c")
        try publish(5, of: "a", "progress", channel: "c")
        try publish(1, of: "b", "started", channel: "c")
        try publish(6, of: "a", "done", channel: "c")
        try publish(9, of: "x", "done", channel: "other")
        try publish(2, of: "b", "done", channel: "c")
        let events = watched.events()
        #expect(events.map { $0.split(separator: " ")[1] } == ["progress", "started", "done", "done"])
        let numbers = events.compactMap { Int($0.split(separator: " ")[0]) }
        #expect(numbers == numbers.sorted() && Set(numbers).count == 4)
        #expect(
            try WatchedStream(cloud, channel, "c", after: String(numbers[1])).events() == Array(events[2...])
        )
    }

    @Test func `a message that is no CloudEvents document is an event as well, each time`() throws {
        for _ in 0..<2 {
            let attributes = [("channel", "String", "c"), ("type", "String", "note")]
            try cloud.publish("one\ntwo\r\nthree: é", to: topic, attributes)
        }
        try cloud.publish("no name", to: topic, [("channel", "String", "c")])
        try cloud.publish("no channel", to: topic, [("type", "String", "note")])
        let events = try WatchedStream(cloud, channel, "c").events()
        #expect(events.map { $0.drop { $0 != " " } } == [" note one/two/three: é", " note one/two/three: é"])
    }

    @Test func `a quiet connection is kept alive, and one in which nothing ever comes ends`() throws {
        let waiting = try WatchedStream(cloud, source, "nobody")
        let channels = try WatchedStream(cloud, channel, "nobody")
        try publish(1, of: "a", "started")
        let quiet = try WatchedStream(cloud, source, "a")
        for _ in 0..<60 { try cloud.advance(by: .seconds(15)) }
        let beats = "retry: 1000\n\n" + String(repeating: ":\n\n", count: 7)
        #expect(waiting.received() == beats + "event: end\ndata: unknown\n\n")
        #expect(channels.received() == "retry: 1000\n\n" + String(repeating: ":\n\n", count: 59))
        #expect(quiet.received().hasSuffix(String(repeating: ":\n\n", count: 60)))
        try publish(1, of: "nobody", "started")
        #expect(waiting.events() == ["- end unknown"])
        #expect(try WatchedStream(cloud, source, "nobody").events().count == 1)
    }

    @Test func `events are kept for a day, the last one for as long as its source says`() throws {
        try publish(1, of: "a", "progress", channel: "c")
        try publish(2, of: "a", "done", channel: "c")
        try cloud.advance(by: .seconds(86_399))
        #expect(try WatchedStream(cloud, source, "a").events().count == 3)
        try cloud.advance(by: .seconds(2))
        #expect(try WatchedStream(cloud, source, "a").events() == [Self.line(2, "done"), "- end done"])
        #expect(try WatchedStream(cloud, channel, "c").events() == [])
        try cloud.advance(by: .seconds(9 * 86_400))
        #expect(try WatchedStream(cloud, source, "a").events() == [])
        let rest = try cloud.writer.performAndWait { try $0.rows("SELECT 1 FROM event_stream_event").count }
        #expect(rest == 0)
    }

    @Test func `those who leave make room for others`() throws {
        let environment = ServiceEnvironment(writer: cloud.writer, clock: cloud.clock)
        let streams = try EventStreams(environment, maximumWatchers: 2)
        let watched = try (0..<3).map { _ in try WatchedStream(cloud, source, "a", in: streams) }
        #expect(watched.map(\.answer.status) == [200, 200, 503])
        #expect(Answer(watched[2].answer)["code"] == "service_failed")
        watched[0].leave()
        #expect(try WatchedStream(cloud, source, "a", in: streams).answer.status == 200)
    }
}
