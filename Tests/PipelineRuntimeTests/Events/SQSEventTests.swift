import PipelineRuntime
import Testing

@Suite struct SQSEventTests {
    /// The developer guide's example, with members that nobody has announced yet.
    private let example = """
        {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
        "body":"Test message.\\né","attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1545082649183",
        "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185",
        "DeadLetterQueueSourceArn":"arn:aws:sqs:us-east-2:123456789012:rtp-request-queue"},
        "messageAttributes":{"priority":{"stringValue":"6","stringListValues":[],"binaryListValues":[],"dataType":"Number"},
        "raw":{"binaryValue":"AAH/","stringListValues":[],"binaryListValues":[],"dataType":"Binary"}},
        "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
        "eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:my-queue","awsRegion":"us-east-2","novelty":{"a":[1]}}],"more":true}
        """

    @Test func `an event is decoded whole`() throws {
        let event = try SQSEvent(json: Array(example.utf8))
        let message = try #require(event.messages.first)
        #expect(message.messageID == "059f36b4-87a3-44ab-83d2-661975830a7d")
        #expect(message.receiptHandle == "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a")
        #expect(message.body == "Test message.\né")
        #expect(message.receiveCount == 3)
        #expect(message.sentTime == WallTime(millisecondsSince1970: 1_545_082_649_183))
        let source = "arn:aws:sqs:us-east-2:123456789012:rtp-request-queue"
        #expect(message.attributes["DeadLetterQueueSourceArn"] == source)
        #expect(message.text(ofAttribute: "priority") == "6")
        #expect(message.messageAttributes["raw"]?.bytes == [0, 1, 255])
        #expect(message.text(ofAttribute: "raw") == nil)
        #expect(message.eventSourceARN == "arn:aws:sqs:us-east-2:123456789012:my-queue")
        #expect(message.region == "us-east-2")
    }

    @Test func `an event that is written has the members that a mapping writes`() throws {
        let event = try SQSEvent(json: Array(example.utf8))
        let written = try JSONObject(parsing: event.json)["Records"]?[0]
        guard case .members(var expected) = try JSONObject(parsing: example)["Records"]?[0] else {
            Issue.record("the example is no event")
            return
        }
        expected["novelty"] = nil
        #expect(written == .members(expected))
        #expect(try SQSEvent(json: event.json) == event)
    }

    @Test func `what a stage can do without may be absent`() throws {
        let event = try SQSEvent(
            json: Array(
                #"{"Records":[{"messageId":"m","receiptHandle":"h","body":"","eventSourceARN":"arn"}]}"#.utf8
            )
        )
        #expect(
            event.messages == [
                SQSMessage(messageID: "m", receiptHandle: "h", body: "", eventSourceARN: "arn", region: "")
            ]
        )
        #expect(event.messages[0].receiveCount == 1)
        #expect(event.messages[0].sentTime == nil)
    }

    @Test(arguments: [
        ("", ""),
        ("[]", ""),
        ("{}", "Records"),
        (#"{"Records":null}"#, "Records"),
        (#"{"Records":[{"receiptHandle":"h","body":"","eventSourceARN":"a"}]}"#, "Records.0.messageId"),
        (#"{"Records":[{"messageId":"m","body":"","eventSourceARN":"a"}]}"#, "Records.0.receiptHandle"),
        (#"{"Records":[{"messageId":"m","receiptHandle":"h","eventSourceARN":"a"}]}"#, "Records.0.body"),
        (
            #"{"Records":[{"messageId":"m","receiptHandle":"h","body":{},"eventSourceARN":"a"}]}"#,
            "Records.0.body"
        ),
        (#"{"Records":[{"messageId":"m","receiptHandle":"h","body":""}]}"#, "Records.0.eventSourceARN"),
        (#"{"Records":[{"eventSource":"aws:s3","s3":{}}]}"#, "Records.0.eventSource"),
        (
            #"{"Records":[{"messageId":"m","receiptHandle":"h","body":"","eventSourceARN":"a","messageAttributes":{"k":{}}}]}"#,
            "Records.0.messageAttributes.k.dataType"
        ),
    ])
    func `an event without what a stage needs is refused by path`(json: String, path: String) {
        let error = #expect(throws: EventError.self) { try SQSEvent(json: Array(json.utf8)) }
        #expect(error?.path == path)
    }
}
