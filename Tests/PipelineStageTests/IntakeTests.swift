import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

@Suite struct `A message` {
    @Test(
        arguments: [
            ("own-id", "attribute-id", "own-id"), (nil, "attribute-id", "attribute-id"),
            (nil, nil, "message-1"),
            (nil, "not an id", "message-1"),
        ] as [(String?, String?, String)]
    )
    func `names its request by body, attribute or itself`(own: String?, attribute: String?, id: String) throws
    {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text(id: own), attributes: attribute.map { ["requestId": $0] } ?? [:])
        try pipeline.run()
        #expect(try pipeline.cloud.record(id).status == .processed)
        #expect(pipeline.cloud.table.count == 1)
    }

    @Test func `whose own id is no id fails under the one it was given`() throws {
        let pipeline = TestPipeline()
        pipeline.send(Requests.text(id: "../etc"), attributes: ["requestId": "given"])
        try pipeline.run()
        let record = try pipeline.cloud.record("given")
        #expect(record.failure?.problems.map(\.pointer.text) == ["/requestId"])
    }

    /// Written out with every default, this one is larger than what is read.
    @Test func `that is within the limit is done, whatever its defaults take`() throws {
        let operations = repeatElement(
            #"{"watermark":{"text":"\#(String(repeating: "/", count: 256))"}}"#,
            count: 32
        )
        let rendition = #""width":20,"operations":[\#(operations.joined(separator: ","))]}"#
        let renditions = (1...24).map { #"{"name":"a\#($0)",\#(rendition)"# }
        let text = Requests.text(renditions: "[\(renditions.joined(separator: ","))]")
        #expect(text.utf8.count <= JSONLimits.request.maximumByteCount)
        let request = try ProcessingRequest(reading: Array(text.utf8))
        #expect(request.encodedText.utf8.count > JSONLimits.request.maximumByteCount)
        let pipeline = TestPipeline()
        pipeline.send(text)
        pipeline.send(text)
        try pipeline.run()
        #expect(try pipeline.cloud.record("order-1").status == .processed)
        #expect(pipeline.cloud.table.keys.filter { !$0.hasPrefix("submission/") }.count == 1)
    }

    @Test func `is read out of the envelope that SNS puts around it`() throws {
        let envelope = JSONText(
            .object([
                "Type": .string("Notification"), "MessageId": .string("1"),
                "TopicArn": .string("arn:aws:sns:eu-central-1:0:t"),
                "Message": .string(Requests.text(id: nil)), "Timestamp": .string("2026-01-01T00:00:00.000Z"),
                "MessageAttributes": .object([
                    "requestId": .object(["Type": .string("String"), "Value": .string("wrapped")])
                ]),
            ])
        )
        let pipeline = TestPipeline()
        pipeline.send(envelope.encodedText)
        try pipeline.run()
        #expect(try pipeline.cloud.record("wrapped").status == .processed)
    }

    @Test(
        arguments: ["", "hello", "[]", "7", "{", "{\"a\":1,}", "\u{FEFF}{}", "{}x"],
        [TestPipeline.Queue.requests, .preprocessed, .outcomes]
    )
    func `that is no JSON object ends in the queue of unreadable ones`(
        body: String,
        queue: TestPipeline.Queue
    ) throws {
        let pipeline = TestPipeline()
        pipeline.send(body, to: queue)
        let start = pipeline.clock.now
        try pipeline.run()
        #expect(pipeline.queues[.unreadable]?.map(\.body) == [body])
        #expect(pipeline.queues.allSatisfy { $0.key == .unreadable || $0.value.isEmpty })
        #expect(pipeline.cloud.table.isEmpty)
        #expect(pipeline.clock.now == start)
    }

    @Test(arguments: [
        #"{"kind":"preprocessed"}"#, #"{"kind":"preprocessed","requestId":"../x"}"#,
        #"{"kind":"preprocessed","requestId":"unknown"}"#,
        #"{"kind":"outcome","requestId":"unknown"}"#, #"{"requestId":"unknown"}"#, "{}",
    ])
    func `that no stage sent does not pass for one`(body: String) throws {
        let pipeline = TestPipeline()
        pipeline.send(body, to: .preprocessed)
        try pipeline.run()
        #expect(pipeline.scripts[.process]?.runCount == 0)
        #expect(pipeline.cloud.objects.isEmpty)
    }

    @Test(arguments: [
        (String(repeating: "{\"a\":", count: 10_000), ""), (#"{"source":{},"source":{}}"#, "/source"),
        ("{\"a\":\"" + String(repeating: "x", count: 300_000) + "\"}", ""),
    ])
    func `that is a hostile object fails its request`(body: String, place: String) throws {
        let pipeline = TestPipeline()
        pipeline.send(body, attributes: ["requestId": "hostile"])
        try pipeline.run()
        let record = try pipeline.cloud.record("hostile")
        #expect(record.failure?.code == .invalidRequest)
        #expect(record.failure?.problems.map(\.pointer.text) == [place])
        let itemSize = try #require(pipeline.cloud.table["hostile"]).values.reduce(0) {
            $0 + "\($1)".utf8.count
        }
        #expect(itemSize < 400_000)
    }

    @Test func `that is poisoned harms no other of its batch`() throws {
        let pipeline = TestPipeline()
        let bad = ["hello", Requests.text(id: "bad-1", key: "uploads/x"), #"{"requestId":"bad-2"}"#]
        pipeline.scripts[.preprocess]?.before = { (job) throws(StageFailure) in
            if job.requestID.text == "bad-1" { throw .retry(detail: "poison") }
        }
        pipeline.send(Requests.text(id: "good-1"))
        for body in bad { pipeline.send(body) }
        pipeline.send(Requests.text(id: "good-2"))
        #expect(try pipeline.step())
        #expect(pipeline.queues[.requests]?.map(\.body) == [bad[0], bad[1]])
        try pipeline.run()
        for id in ["good-1", "good-2"] { #expect(try pipeline.cloud.record(id).status == .processed) }
        #expect(try pipeline.cloud.record("bad-1").failure?.code == .deadLetter)
        #expect(try pipeline.cloud.record("bad-2").failure?.code == .invalidRequest)
        #expect(pipeline.queues[.unreadable]?.map(\.body) == ["hello"])
    }
}
