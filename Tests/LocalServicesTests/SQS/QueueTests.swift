import LocalHTTP
import Testing

@testable import LocalServiceKit

struct QueueTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    @Test func `a queue's URL is built from the host that the client asked`() throws {
        #expect(try cloud.createQueue("q") == "http://localhost:4566/000000000000/q")
        let answer = try cloud.sqs("GetQueueUrl", ["QueueName": "q"])
        #expect(answer["QueueUrl"] == "http://localhost:4566/000000000000/q")
    }

    @Test func `a queue is made once, and not again with other attributes`() throws {
        let url = try cloud.createQueue("q", ["VisibilityTimeout": "40"])
        #expect(try cloud.createQueue("q", ["VisibilityTimeout": "40"]) == url)
        #expect(try cloud.createQueue("q") == url)
        let answer = try cloud.sqs(
            "CreateQueue",
            ["QueueName": "q", "Attributes": ["VisibilityTimeout": "41"]]
        )
        #expect(answer.errorCode == "QueueNameExists")
        #expect(answer.headers["x-amzn-query-error"] == "QueueAlreadyExists;Sender")
    }

    @Test(arguments: ["", "a b", "a/b", "ü", "a.fifo", String(repeating: "a", count: 81)])
    func `a name that SQS does not allow is refused`(name: String) throws {
        let answer = try cloud.sqs("CreateQueue", ["QueueName": .string(name)])
        #expect(answer.errorCode == "InvalidParameterValueException")
    }

    @Test(arguments: [
        ("VisibilityTimeout", "43201", "InvalidAttributeValue"),
        ("VisibilityTimeout", "-1", "InvalidAttributeValue"),
        ("DelaySeconds", "901", "InvalidAttributeValue"), ("DelaySeconds", "x", "InvalidAttributeValue"),
        ("MessageRetentionPeriod", "59", "InvalidAttributeValue"),
        ("MaximumMessageSize", "1048577", "InvalidAttributeValue"),
        ("ReceiveMessageWaitTimeSeconds", "21", "InvalidAttributeValue"),
        ("Colour", "red", "InvalidAttributeName"),
        ("ContentBasedDeduplication", "true", "InvalidAttributeName"),
        ("RedrivePolicy", "{}", "InvalidParameterValueException"),
        ("RedrivePolicy", "no JSON", "InvalidParameterValueException"),
        (
            "RedrivePolicy",
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:none","maxReceiveCount":3}"#,
            "InvalidParameterValueException"
        ),
    ])
    func `an attribute that cannot be is refused`(name: String, value: String, code: String) throws {
        let attributes = WireValue.object(WireObject([WireObject.Member(name, .string(value))]))
        let answer = try cloud.sqs("CreateQueue", ["QueueName": "q", "Attributes": attributes])
        #expect(answer.errorCode == code)
        #expect(try cloud.sqs("GetQueueUrl", ["QueueName": "q"]).errorCode == "QueueDoesNotExist")
    }

    @Test func `attributes have their defaults until they are set`() throws {
        let url = try cloud.createQueue("q")
        #expect(try cloud.attribute("VisibilityTimeout", of: url) == "30")
        #expect(try cloud.attribute("MessageRetentionPeriod", of: url) == "345600")
        #expect(try cloud.attribute("QueueArn", of: url) == LocalCloud.queueARN("q"))
        _ = try cloud.sqs(
            "SetQueueAttributes",
            ["QueueUrl": .string(url), "Attributes": ["VisibilityTimeout": "7"]]
        )
        #expect(try cloud.attribute("VisibilityTimeout", of: url) == "7")
        let answer = try cloud.sqs(
            "GetQueueAttributes",
            ["QueueUrl": .string(url), "AttributeNames": ["Colour"]]
        )
        #expect(answer.errorCode == "InvalidAttributeName")
        let unset = try cloud.sqs(
            "GetQueueAttributes",
            ["QueueUrl": .string(url), "AttributeNames": ["Policy"]]
        )
        #expect(unset["Attributes"] == .null)
    }

    @Test func `queues are listed by prefix and in pages`() throws {
        for name in ["b1", "a1", "a2", "a3"] { try cloud.createQueue(name) }
        let all = try cloud.sqs("ListQueues", ["QueueNamePrefix": "a"])["QueueUrls"]
        #expect(all.elements?.compactMap { $0.text?.suffix(2) } == ["a1", "a2", "a3"])
        let first = try cloud.sqs("ListQueues", ["MaxResults": .number("3")])
        #expect(first["QueueUrls"].count == 3)
        let rest = try cloud.sqs(
            "ListQueues",
            ["MaxResults": .number("3"), "NextToken": first["NextToken"]]
        )
        #expect(rest["QueueUrls"].elements?.compactMap { $0.text?.suffix(2) } == ["b1"])
        #expect(rest["NextToken"] == .null)
    }

    @Test func `a deleted queue is gone with its messages`() throws {
        let url = try cloud.createQueue("q")
        try cloud.post("old", to: url)
        #expect(try cloud.sqs("DeleteQueue", ["QueueUrl": .string(url)]).status == 200)
        #expect(try cloud.post("late", to: url).errorCode == "QueueDoesNotExist")
        #expect(try cloud.bodies(cloud.createQueue("q")) == [])
    }

    @Test func `a queue is emptied once a minute at most`() throws {
        let url = try cloud.createQueue("q")
        try cloud.post("old", to: url)
        #expect(try cloud.sqs("PurgeQueue", ["QueueUrl": .string(url)]).status == 200)
        #expect(try cloud.bodies(url) == [])
        let second = try cloud.sqs("PurgeQueue", ["QueueUrl": .string(url)])
        #expect(second.errorCode == "PurgeQueueInProgress")
        #expect(second.status == 403)
        try cloud.advance(by: .seconds(60))
        #expect(try cloud.sqs("PurgeQueue", ["QueueUrl": .string(url)]).status == 200)
    }

    @Test func `tags come and go`() throws {
        let url = try cloud.createQueue("q")
        _ = try cloud.sqs("TagQueue", ["QueueUrl": .string(url), "Tags": ["a": "1", "b": "2"]])
        _ = try cloud.sqs("UntagQueue", ["QueueUrl": .string(url), "TagKeys": ["a"]])
        #expect(try cloud.sqs("ListQueueTags", ["QueueUrl": .string(url)])["Tags"] == ["b": "2"])
    }

    @Test func `messages are counted by what can be done with them`() throws {
        let url = try cloud.createQueue("q")
        for text in ["a", "b", "c"] { try cloud.post(text, to: url) }
        try cloud.post("later", to: url, ["DelaySeconds": .number("60")])
        _ = try cloud.receive(url, ["MaxNumberOfMessages": .number("1")])
        #expect(try cloud.attribute("ApproximateNumberOfMessages", of: url) == "2")
        #expect(try cloud.attribute("ApproximateNumberOfMessagesNotVisible", of: url) == "1")
        #expect(try cloud.attribute("ApproximateNumberOfMessagesDelayed", of: url) == "1")
    }

    @Test func `queues of the same name in two regions are two queues`() throws {
        let here = try cloud.createQueue("q")
        let region = "eu-west-1"
        #expect(try cloud.sqs("CreateQueue", ["QueueName": "q"], region: region).status == 200)
        try cloud.post("here", to: here)
        let there = try cloud.sqs("ReceiveMessage", LocalCloud.receiveRequest(here), region: region)
        #expect(there["Messages"] == .null)
        #expect(try cloud.bodies(here) == ["here"])
    }

    @Test func `the sources of a dead-letter queue are listed`() throws {
        let letters = try cloud.createQueue("letters")
        let policy = #"{"deadLetterTargetArn":"\#(LocalCloud.queueARN("letters"))","maxReceiveCount":"3"}"#
        let source = try cloud.createQueue("source", ["RedrivePolicy": .string(policy)])
        let answer = try cloud.sqs("ListDeadLetterSourceQueues", ["QueueUrl": .string(letters)])
        #expect(answer["queueUrls"] == [.string(source)])
    }
}
