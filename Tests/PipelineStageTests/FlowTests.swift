import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A request on its way` {
    @Test func `goes through all stages to one record, its files and one mail`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.status == .processed)
        #expect(record.progress == 100)
        #expect(
            record.history.map(\.status) == [
                .pending, .preprocessing, .preprocessed, .processing, .processed,
            ]
        )
        #expect(record.outputs.map(\.id) == ["order-1_small", "order-1_large"])
        #expect(record.notifications.map(\.status) == [.sent])
        #expect(record.failure == nil)
        for stage in StageName.allCases { #expect(record.stages[stage]?.attempts == 1) }
        #expect(record.stages.preprocess?.steps?.keys.sorted() == ["store"])
        #expect(
            pipeline.cloud.objects.keys.sorted() == [
                "mail/order-1/owner@example.com", "preprocessed/order-1/source.jpg",
                "processed/order-1/large.jpg",
                "processed/order-1/small.jpg",
            ]
        )
        #expect(pipeline.isIdle)
    }

    @Test func `is told by events with growing numbers, and attributes to filter by`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let events = try pipeline.events
        #expect(
            events.map { $0.type.split(separator: ".").last } == [
                "started", "progress", "progress", "progress", "progress", "completed",
            ]
        )
        #expect(events.map(\.sequence) == (1...5).map(String.init) + ["6"])
        #expect(events.map(\.data.progress) == [0, 25, 25, 62, 99, 100])
        let last = try #require(pipeline.cloud.publications.last)
        #expect(
            last.attributes == [
                "region": "usa", "type": "completed", "status": "processed", "requestId": "order-1",
            ]
        )
    }

    @Test func `is told on its channel as well`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text(email: nil, more: #","notify":{"channel":"club:42"}"#))
        try pipeline.run()
        let channels = pipeline.cloud.publications.filter { $0.attributes["type"] != nil }.map {
            $0.attributes["channel"]
        }
        #expect(channels.count == 6)
        #expect(Set(channels) == ["club:42"])
    }

    @Test func `has no more than a day of its own in the table's expiry`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let item = try #require(pipeline.cloud.table["order-1"])
        let created = try pipeline.cloud.record("order-1").createdAt.milliseconds / 1000
        #expect(item["expiresAt"] == .object(["N": .string(String(created + 30 * 86_400))]))
        #expect(item["status"] == .object(["S": .string("processed")]))
        #expect(item["claimUntil"] == .object(["N": .string("0")]))
    }

    @Test func `begins when it reached the queue`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        let sent = Timestamp(pipeline.clock.now)
        pipeline.clock.advance(by: .seconds(40))
        try pipeline.run()
        let record = try pipeline.cloud.record("order-1")
        #expect(record.createdAt == sent)
        #expect(record.history.first == StatusChange(.pending, at: sent))
    }
}

@Suite struct `A request sent twice` {
    @Test func `has one outcome, and the second changes nothing`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        let publications = pipeline.cloud.publications
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(pipeline.scripts.values.map(\.runCount) == [1, 1, 1])
        #expect(pipeline.cloud.publications == publications)
    }

    @Test(arguments: [
        (
            Requests.text(),
            #"{ "attributes":{"region":"usa"}, "notify":{"email":"owner@example.com"}, "retention":"keep","#
                + #""renditions":[{"width":20,"name":"small"},{"name":"large","width":4e1}],"#
                + #""source":{"key":"uploads/1/a.jpg"}, "requestId":"order-1" }"#
        ),
        (#"{"requestId":"order-1","x":1,"y":[2]}"#, "{ \"y\":[2],\n\"x\":1, \"requestId\":\"order-1\" }"),
    ])
    func `in another spelling is the same`(first: String, second: String) throws {
        let pipeline = TestPipeline()
        pipeline.send(first)
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        pipeline.send(second)
        pipeline.send(second, to: .deadRequests)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(try pipeline.refusals.isEmpty)
    }

    @Test func `with another body in two spellings is refused once`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        pipeline.send(#"{"requestId":"order-1","x":1,"y":2}"#)
        pipeline.send(#"{"y":2, "x":1, "requestId":"order-1"}"#)
        try pipeline.run()
        #expect(try pipeline.refusals.count == 1)
    }

    @Test func `at the same time has one outcome`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        pipeline.send(Requests.text())
        try pipeline.run()
        #expect(pipeline.scripts.values.map(\.runCount) == [1, 1, 1])
        #expect(pipeline.cloud.objects.keys.count { $0.hasPrefix("mail/") } == 1)
    }

    @Test func `with another body is refused and leaves the first untouched`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let (item, count) = (pipeline.cloud.table["order-1"], try pipeline.events.count)
        pipeline.send(Requests.text(key: "uploads/2/b.jpg", email: "other@example.com"))
        pipeline.send(#"{"requestId":"order-1","nonsense":true}"#)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(pipeline.scripts.values.map(\.runCount).max() == 3)
        let refusals = try pipeline.refusals
        #expect(refusals.map(\.status) == [.failed, .failed])
        #expect(refusals.map(\.failure?.code) == [.requestIDTaken, .requestIDTaken])
        // Under another id the same original can be asked for.
        #expect(refusals.map(\.failure?.isRetryable) == [true, true])
        #expect(refusals.allSatisfy { $0.failure?.text.contains("order-1 already") == true })
        #expect(pipeline.cloud.objects.keys.count { $0.hasSuffix("other@example.com") } == 1)
        let events = try pipeline.events.dropFirst(count)
        #expect(events.map(\.type) == [EventKind.refused.type, EventKind.refused.type])
        #expect(events.allSatisfy { $0.subject.text.hasPrefix("order-1.refused-") })
        #expect(pipeline.isIdle)
    }

    @Test func `with another body is refused once, however often it comes`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        for _ in 0..<3 { pipeline.send(Requests.text(key: "uploads/2/b.jpg")) }
        try pipeline.run()
        #expect(try pipeline.refusals.count == 1)
        #expect(try pipeline.refusals.first?.stages.notify?.attempts == 1)
        #expect(try pipeline.cloud.record("order-1").source?.key == "uploads/1/a.jpg")
    }

    @Test func `with another body that nobody could deal with is refused all the same`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        try pipeline.run()
        let item = pipeline.cloud.table["order-1"]
        pipeline.send(Requests.text(key: "uploads/2/b.jpg"), to: .deadRequests)
        try pipeline.run()
        #expect(pipeline.cloud.table["order-1"] == item)
        #expect(try pipeline.refusals.map(\.failure?.code) == [.requestIDTaken])
    }

    @Test func `is answered to each of its postings: by the record, as the same again, or as refused`() throws
    {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text(), attributes: ["submission": "first"])
        pipeline.send(Requests.text(), attributes: ["submission": "again"])
        pipeline.send(Requests.text(key: "uploads/2/b.jpg"), attributes: ["submission": "other"])
        pipeline.send(Requests.text(key: "uploads/2/b.jpg"), attributes: ["submission": "other-again"])
        pipeline.send(Requests.text(), attributes: ["submission": "no/submission"])
        pipeline.send(Requests.text(), to: .deadRequests, attributes: ["submission": "dead"])
        try pipeline.run()
        let table = pipeline.cloud.table
        #expect(table["order-1"]?["submission"] == .object(["S": .string("first")]))
        let answers = table.filter { $0.key.hasPrefix("submission/") }
        #expect(
            Set(answers.keys) == [
                "submission/again", "submission/other", "submission/other-again", "submission/dead",
                // One that names none is known by the message's id.
                "submission/message-5",
            ]
        )
        #expect(answers.values.allSatisfy { $0["expiresAt"] == table["order-1"]?["expiresAt"] })
        for name in ["again", "dead", "message-5"] {
            #expect(answers["submission/\(name)"]?["document"] == nil)
        }
        for name in ["other", "other-again"] {
            let document = try #require(answers["submission/\(name)"]?["document"]?.members?["S"]?.text)
            let refusal = try Record(decodingJSON: Array(document.utf8))
            #expect(refusal.failure?.code == .requestIDTaken)
            #expect(try pipeline.refusals.map(\.requestId) == [refusal.requestId])
        }
    }

    @Test func `while another delivery works on it comes again after that one's time`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        pipeline.cloud.fault = .deathAfter(2)
        #expect(try pipeline.step())
        #expect(try pipeline.cloud.record("order-1").status == .preprocessing)
        pipeline.send(Requests.text())
        #expect(try pipeline.step())
        let second = try #require(pipeline.queues[.requests]?.last)
        #expect(second.visibleAt == pipeline.clock.now.advanced(by: TestPipeline.timeout + .seconds(1)))
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
        #expect(pipeline.cloud.objects.keys.count { $0.hasPrefix("mail/") } == 1)
    }

    @Test func `that is delivered again before the dead holder's time is over goes on at once`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text())
        pipeline.cloud.fault = .deathAfter(2)
        #expect(try pipeline.step())
        let start = pipeline.clock.now
        pipeline.queues[.requests]?[0].visibleAt = start
        #expect(try pipeline.step())
        #expect(try pipeline.cloud.record("order-1").status == .preprocessed)
        #expect(pipeline.clock.now == start)
        #expect(try pipeline.cloud.record("order-1").stages.preprocess?.attempts == 2)
    }
}

@Suite struct `An urgent request` {
    @Test(arguments: [("1", "1"), ("9", "9"), ("0", nil)] as [(String, String?)])
    func `says so to every queue on its way`(priority: String, attribute: String?) throws {
        let pipeline = TestPipeline()
        let text = Requests.text()
        pipeline.send(text.replacing("\"usa\"", with: "\"usa\",\"priority\":\"\(priority)\""))
        try pipeline.run()
        let messages = pipeline.cloud.publications.filter {
            $0.topicARN != TestPipeline.topics["EVENTS_TOPIC_ARN"]
        }
        #expect(messages.map { $0.attributes["priority"] } == [attribute, attribute])
    }
}
