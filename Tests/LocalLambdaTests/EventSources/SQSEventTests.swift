import Foundation
import Testing

@testable import LocalLambda

@Suite struct SQSEventTests {
    private let message = PolledMessage(
        id: "059f36b4-87a3-44ab-83d2-661975830a7d",
        receiptHandle: "AQEB/wJnKyrHigUMZj6rYigCgxlaS3SLy0a==",
        body: "{\"text\":\"é/\\n\"}",
        md5OfBody: "e4e68fb7bd0e697a0ae8f1bb342846b3",
        md5OfMessageAttributes: "00484c68",
        attributes: ["ApproximateReceiveCount": "1", "SentTimestamp": "1545082649183"],
        messageAttributes: [
            "priority": PolledMessageAttribute(dataType: "Number", stringValue: "6"),
            "blob": PolledMessageAttribute(dataType: "Binary.png", binaryValue: [0, 1, 255]),
        ]
    )

    /// Written by hand after the examples of AWS's page "Using Lambda with Amazon SQS".
    private let expected = #"""
        {"Records":[{
            "messageId":"059f36b4-87a3-44ab-83d2-661975830a7d",
            "receiptHandle":"AQEB/wJnKyrHigUMZj6rYigCgxlaS3SLy0a==",
            "body":"{\"text\":\"é/\\n\"}",
            "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183"},
            "messageAttributes":{
                "priority":{"stringValue":"6","stringListValues":[],"binaryListValues":[],"dataType":"Number"},
                "blob":{"binaryValue":"AAH/","stringListValues":[],"binaryListValues":[],"dataType":"Binary.png"}},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3",
            "md5OfMessageAttributes":"00484c68",
            "eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:my-queue",
            "awsRegion":"us-east-2"}]}
        """#

    @Test func `an event has the shape that Lambda gives it`() throws {
        var batch = MessageBatch(queueARN: "arn:aws:sqs:us-east-2:123456789012:my-queue")
        let isTaken = batch.append(message, invisibleUntil: .zero)
        #expect(isTaken)
        let event = try JSONSerialization.jsonObject(with: Data(batch.event)) as? NSDictionary
        let wanted = try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? NSDictionary
        #expect(event == wanted)
    }

    @Test func `a message without attributes has empty ones and no digest of them`() throws {
        let record = SQSRecord(FakeQueue.message("x"), queueARN: "arn:aws:sqs:us-east-2:1:q")
        let json = String(decoding: [UInt8].json(record), as: UTF8.self)
        #expect(json.contains(#""messageAttributes":{}"#))
        #expect(json.contains(#""attributes":{}"#))
        #expect(!json.contains("md5OfMessageAttributes"))
    }

    @Test func `a batch takes what an invocation may carry and no byte more`() {
        var batch = MessageBatch(queueARN: "q")
        let megabyte = String(repeating: "x", count: 1_024 * 1_024)
        for _ in 0..<5 { append(megabyte, to: &batch, isTaken: true) }
        append(megabyte, to: &batch, isTaken: false)
        let record = [UInt8].json(SQSRecord(FakeQueue.message(short), queueARN: "q"))
        let room = MessageBatch.maximumByteCount - batch.event.count - record.count - 1
        append(short + String(repeating: "0", count: room + 1), to: &batch, isTaken: false)
        append(short + String(repeating: "0", count: room), to: &batch, isTaken: true)
        #expect(batch.event.count == MessageBatch.maximumByteCount)
    }

    /// The fake queue makes ids of the first 20 bytes of a body.
    private let short = String(repeating: "0", count: 20)

    private func append(_ body: String, to batch: inout MessageBatch, isTaken: Bool) {
        let result = batch.append(FakeQueue.message(body), invisibleUntil: .zero)
        #expect(result == isTaken)
    }
}
