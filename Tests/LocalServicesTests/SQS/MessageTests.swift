import LocalHTTP
import Testing

@testable import LocalServiceKit

struct MessageTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q")
    }

    @Test func `a message comes back with its attributes and the digests of both`() throws {
        let attributes: WireValue = ["attribName1": ["DataType": "String", "StringValue": "attribValue 1"]]
        let sent = try cloud.post("hällo", to: url, ["MessageAttributes": attributes])
        #expect(sent["MD5OfMessageBody"] == .string(Digest.md5.of("hällo").hexadecimal))
        #expect(sent["MD5OfMessageAttributes"] == "19e27d4e946b072f3f58da80d94fd778")
        let message = try #require(cloud.receive(url).first)
        #expect(message["Body"] == "hällo")
        #expect(message["MessageId"] == sent["MessageId"])
        #expect(message["MessageAttributes"] == attributes)
        #expect(message["MD5OfMessageAttributes"] == "19e27d4e946b072f3f58da80d94fd778")
        #expect(message["Attributes"]["ApproximateReceiveCount"] == "1")
        #expect(message["Attributes"]["SentTimestamp"] == "1767225600000")
    }

    @Test(arguments: [
        (["All"], ["bar", "bar.x", "foo"]), (["foo"], ["foo"]), (["bar.*"], ["bar", "bar.x"]), ([], []),
        ([".*"], ["bar", "bar.x", "foo"]), (["none"], []),
    ])
    func `only the attributes that were asked for come back`(names: [String], expected: [String]) throws {
        let value: WireValue = ["DataType": "String", "StringValue": "v"]
        try cloud.post("m", to: url, ["MessageAttributes": ["foo": value, "bar": value, "bar.x": value]])
        let message = try cloud.sqs(
            "ReceiveMessage",
            ["QueueUrl": .string(url), "MessageAttributeNames": .array(names.map(WireValue.string))]
        )["Messages"][0]
        let found = message["MessageAttributes"].object?.members.map(\.name).sorted() ?? []
        #expect(found == expected)
        #expect(message["Attributes"] == .null)
    }

    @Test func `bytes and numbers are attributes, too`() throws {
        let attributes: WireValue = [
            "bytes": ["DataType": "Binary.png", "BinaryValue": "AAEC/w=="],
            "number": ["DataType": "Number", "StringValue": "-1.5e3"],
        ]
        try cloud.post("m", to: url, ["MessageAttributes": attributes])
        #expect(try cloud.receive(url).first?["MessageAttributes"] == attributes)
    }

    @Test(arguments: [
        ("", "String", "v"), ("a b", "String", "v"), ("AWS.x", "String", "v"), (".a", "String", "v"),
        ("a.", "String", "v"), ("a", "Text", "v"), ("a", "String", ""), ("a", "Number", "ten"),
        (String(repeating: "a", count: 257), "String", "v"), ("a", "Binary", "v"),
    ])
    func `an attribute that SQS does not carry is refused`(name: String, type: String, value: String) throws {
        let attribute: WireValue = ["DataType": .string(type), "StringValue": .string(value)]
        let attributes = WireValue.object(WireObject([WireObject.Member(name, attribute)]))
        let answer = try cloud.post("m", to: url, ["MessageAttributes": attributes])
        #expect(answer.errorCode == "InvalidParameterValueException")
        #expect(try cloud.bodies(url) == [])
    }

    @Test func `a message has ten attributes at most`() throws {
        let members = (0..<11).map {
            WireObject.Member("a\($0)", ["DataType": "String", "StringValue": "v"])
        }
        let answer = try cloud.post("m", to: url, ["MessageAttributes": .object(WireObject(members))])
        #expect(answer.errorMessage == "Number of message attributes [11] exceeds the allowed maximum [10].")
    }

    @Test func `a message of a megabyte passes, one byte more does not`() throws {
        #expect(try cloud.post(String(repeating: "a", count: 1_048_576), to: url).status == 200)
        let answer = try cloud.post(String(repeating: "a", count: 1_048_577), to: url)
        #expect(answer.errorCode == "InvalidParameterValueException")
    }

    @Test(arguments: ["\u{0}", "\u{1}", "a\u{B}b", "\u{FFFE}", "\u{FFFF}"])
    func `a character that SQS does not carry is refused`(text: String) throws {
        #expect(try cloud.post(text, to: url).errorCode == "InvalidMessageContents")
    }

    @Test(arguments: ["\t\n\r", "\u{20}\u{D7FF}\u{E000}\u{FFFD}", "😀", "<&>\"'"])
    func `every other character comes back as it was`(text: String) throws {
        try cloud.post(text, to: url)
        #expect(try cloud.bodies(url) == [text])
    }

    @Test func `an empty text is no message`() throws {
        #expect(try cloud.post("", to: url).errorCode == "MissingRequiredParameterException")
    }

    @Test func `one bad entry of a batch does not keep the others back`() throws {
        let answer = try cloud.sqs(
            "SendMessageBatch",
            [
                "QueueUrl": .string(url),
                "Entries": [
                    ["Id": "good", "MessageBody": "a"], ["Id": "bad", "MessageBody": "\u{1}"],
                    ["Id": "late", "MessageBody": "b", "DelaySeconds": .number("901")],
                ],
            ]
        )
        #expect(answer["Successful"].elements?.map { $0["Id"] } == ["good"])
        #expect(answer["Failed"].elements?.map { $0["Id"] } == ["bad", "late"])
        #expect(answer["Failed"][0]["SenderFault"] == .bool(true))
        #expect(try cloud.bodies(url) == ["a"])
    }

    @Test(arguments: [
        ([], "EmptyBatchRequest"), (["a", "a"], "BatchEntryIdsNotDistinct"), (["a b"], "InvalidBatchEntryId"),
        ([""], "InvalidBatchEntryId"), ((0..<11).map(String.init), "TooManyEntriesInBatchRequest"),
    ])
    func `a batch that is none is refused whole`(ids: [String], code: String) throws {
        let entries = ids.map { id -> WireValue in ["Id": .string(id), "MessageBody": "m"] }
        let answer = try cloud.sqs(
            "SendMessageBatch",
            ["QueueUrl": .string(url), "Entries": .array(entries)]
        )
        #expect(answer.errorCode == code)
        #expect(answer.headers["x-amzn-query-error"] == "AWS.SimpleQueueService.\(code);Sender")
        #expect(try cloud.bodies(url) == [])
    }

    @Test(arguments: ["SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch"])
    func `an empty batch is told what it lacks`(action: String) throws {
        let answer = try cloud.sqs(action, ["QueueUrl": .string(url), "Entries": []])
        #expect(
            answer.errorMessage == "There should be at least one \(action)RequestEntry in the request."
        )
    }

    @Test(arguments: [
        ("MaxNumberOfMessages", "0"), ("MaxNumberOfMessages", "11"), ("VisibilityTimeout", "-1"),
        ("VisibilityTimeout", "43201"), ("WaitTimeSeconds", "21"),
    ])
    func `a receive out of bounds is refused`(name: String, value: String) throws {
        let input = WireObject([
            WireObject.Member("QueueUrl", .string(url)), WireObject.Member(name, .number(value)),
        ])
        let answer = try cloud.sqs("ReceiveMessage", .object(input))
        #expect(answer.errorCode == "InvalidParameterValueException")
    }

    @Test func `a batch of deletes tells of the handles that are none`() throws {
        try cloud.post("a", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        let answer = try cloud.sqs(
            "DeleteMessageBatch",
            [
                "QueueUrl": .string(url),
                "Entries": [
                    ["Id": "good", "ReceiptHandle": handle], ["Id": "bad", "ReceiptHandle": "nonsense"],
                ],
            ]
        )
        #expect(answer["Successful"] == [["Id": "good"]])
        #expect(answer["Failed"][0]["Code"] == "ReceiptHandleIsInvalid")
        try cloud.advance(by: .seconds(60))
        #expect(try cloud.bodies(url) == [])
    }

    @Test func `what was sent is there after a restart`() throws {
        try cloud.post("kept", to: url)
        try cloud.restart()
        #expect(try cloud.bodies(url) == ["kept"])
    }
}
