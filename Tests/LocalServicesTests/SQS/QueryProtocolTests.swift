import LocalHTTP
import Testing

@testable import LocalServiceKit

/// SQS as old clients ask it.
struct QueryProtocolTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q")
    }

    @Test func `a message goes in and comes out by forms`() throws {
        let sent = try cloud.query(
            "sqs",
            "SendMessage",
            [
                "QueueUrl": url, "MessageBody": "a <b> & c", "MessageAttribute.1.Name": "n",
                "MessageAttribute.1.Value.DataType": "String", "MessageAttribute.1.Value.StringValue": "v",
            ]
        )
        #expect(sent.element("MD5OfMessageBody") == Digest.md5.of("a <b> & c").hexadecimal)
        let received = try cloud.query(
            "sqs",
            "ReceiveMessage",
            ["QueueUrl": url, "AttributeName.1": "All", "MessageAttributeName.1": "All"]
        )
        #expect(received.element("MessageId") == sent.element("MessageId"))
        #expect(received.element("Body") == "a <b> & c")
        #expect(received.elements("Name").contains("ApproximateReceiveCount"))
        #expect(received.text.contains("<MessageAttribute><Name>n</Name><Value>"))
        let handle = try #require(received.element("ReceiptHandle"))
        let deleted = try cloud.query(
            "sqs",
            "DeleteMessage",
            ["QueueUrl": url, "ReceiptHandle": handle]
        )
        #expect(!deleted.text.contains("DeleteMessageResult"))
    }

    @Test func `an answer without messages has an empty result`() throws {
        let answer = try cloud.query("sqs", "ReceiveMessage", ["QueueUrl": url])
        #expect(answer.text.contains("<ReceiveMessageResult></ReceiveMessageResult>"))
    }

    @Test(arguments: ["TagQueue", "CreateQueue"])
    func `tags are flat, whatever the JSON protocol calls them`(action: String) throws {
        let name = action == "CreateQueue" ? "tagged" : "q"
        let tagged = try cloud.query(
            "sqs",
            action,
            ["QueueName": name, "QueueUrl": url, "Tag.1.Key": "a", "Tag.1.Value": "1"]
        )
        #expect(tagged.status == 200, "\(tagged.text)")
        let other = tagged.element("QueueUrl") ?? url
        let answer = try cloud.query("sqs", "ListQueueTags", ["QueueUrl": other])
        #expect(answer.text.contains("<Tag><Key>a</Key><Value>1</Value></Tag>"))
    }

    @Test func `attributes are flat`() throws {
        _ = try cloud.query(
            "sqs",
            "SetQueueAttributes",
            ["QueueUrl": url, "Attribute.1.Name": "DelaySeconds", "Attribute.1.Value": "7"]
        )
        let answer = try cloud.query(
            "sqs",
            "GetQueueAttributes",
            ["QueueUrl": url, "AttributeName.1": "DelaySeconds"]
        )
        #expect(answer.text.contains("<Attribute><Name>DelaySeconds</Name><Value>7</Value></Attribute>"))
    }

    @Test func `a batch is flat`() throws {
        let entry = "SendMessageBatchRequestEntry"
        let answer = try cloud.query(
            "sqs",
            "SendMessageBatch",
            [
                "QueueUrl": url, "\(entry).1.Id": "a", "\(entry).1.MessageBody": "one",
                "\(entry).2.Id": "b", "\(entry).2.MessageBody": "\u{1}",
            ]
        )
        #expect(answer.text.contains("<SendMessageBatchResultEntry><Id>a</Id>"))
        #expect(answer.text.contains("<BatchResultErrorEntry><Id>b</Id><SenderFault>true</SenderFault>"))
        #expect(try cloud.bodies(url) == ["one"])
    }

    @Test func `the queue may be named by the path`() throws {
        var headers = LocalCloud.headers("sqs")
        headers.append("Content-Type", "application/x-www-form-urlencoded")
        let body = HTTPBody.bytes(Array("Action=SendMessage&MessageBody=m".utf8))
        let path = "/000000000000/q"
        let request = HTTPRequest(method: "POST", rawPath: path, headers: headers, body: body)
        #expect(try cloud.send(request).status == 200)
        #expect(try cloud.bodies(url) == ["m"])
    }

    @Test func `errors have the codes of the older protocol`() throws {
        let missing = try cloud.query("sqs", "SendMessage", ["QueueUrl": url + "x", "MessageBody": "m"])
        #expect(missing.errorCode == "AWS.SimpleQueueService.NonExistentQueue")
        #expect(missing.errorMessage == "The specified queue does not exist for this wsdl version.")
        let incomplete = try cloud.query("sqs", "SendMessage", ["QueueUrl": url])
        #expect(incomplete.errorCode == "MissingParameter")
    }
}
