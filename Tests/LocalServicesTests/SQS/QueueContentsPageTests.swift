import Testing

@testable import LocalServiceKit

struct QueueContentsPageTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q")
    }

    private func look(_ query: String = "", at path: String = "/us-east-1/000000000000/q") throws -> WireValue
    {
        let answer = try cloud.page("GET", "/_aws/sqs/messages\(path)\(query)", accept: "application/json")
        return answer["ReceiveMessageResponse"]["ReceiveMessageResult"]["Message"]
    }

    @Test func `looking at a queue changes nothing`() throws {
        try cloud.post(
            "m",
            to: url,
            ["MessageAttributes": ["a": ["DataType": "String", "StringValue": "x"]]]
        )
        for _ in 0..<2 {
            let message = try look()[0]
            #expect(message["Body"] == "m")
            #expect(message["ReceiptHandle"] == "SQS/BACKDOOR/ACCESS")
            #expect(message["MessageAttribute"][0]["Name"] == "a")
        }
        #expect(try cloud.receive(url).first?["Attributes"]["ApproximateReceiveCount"] == "1")
    }

    @Test func `what is out of sight is shown to those who ask for it`() throws {
        try cloud.post("seen", to: url)
        _ = try cloud.receive(url)
        try cloud.post("late", to: url, ["DelaySeconds": .number("9")])
        try cloud.post("here", to: url)
        #expect(try look().elements?.map { $0["Body"] } == ["here"])
        #expect(try look("?ShowInvisible=true").elements?.map { $0["Body"] } == ["seen", "here"])
        #expect(try look("?ShowDelayed=1").elements?.map { $0["Body"] } == ["late", "here"])
    }

    @Test func `the queue may be given by its URL, and XML is the answer by default`() throws {
        try cloud.post("<m>", to: url)
        let path = "?QueueUrl=http%3A%2F%2Flocalhost%3A4566%2F000000000000%2Fq"
        #expect(try look(path, at: "")[0]["Body"] == "<m>")
        let answer = try cloud.page("GET", "/_aws/sqs/messages" + path)
        #expect(answer.element("Body") == "<m>")
    }

    @Test func `a queue that is not there is an error, and looking is all that can be done`() throws {
        let page = "/_aws/sqs/messages"
        #expect(
            try cloud.page("GET", page + "/us-east-1/000000000000/none").errorCode
                == "AWS.SimpleQueueService.NonExistentQueue"
        )
        #expect(try cloud.page("GET", page).status == 400)
        #expect(try cloud.page("DELETE", page).status == 405)
    }
}
