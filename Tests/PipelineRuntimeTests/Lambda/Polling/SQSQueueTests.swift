import Testing

@testable import PipelineRuntime

/// The queue over the SQS client, with answers as SQS gives them.
@Suite struct SQSQueueTests {
    /// Answers every request alike and keeps what was asked.
    private final class FixedAnswer: HTTPTransport {
        private let response: HTTPResponse
        private(set) var requests: [HTTPRequest] = []

        init(status: Int = 200, _ body: String) {
            response = HTTPResponse(status: status, body: Array(body.utf8))
        }

        func send(_ request: HTTPRequest) -> HTTPResponse {
            requests.append(request)
            return response
        }
    }

    private let url = "http://127.0.0.1:4566/000000000000/q"

    private func queue(_ transport: FixedAnswer) throws -> SQSQueue {
        let variables = [
            "AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_ENDPOINT_URL": "http://127.0.0.1:4566", "AWS_MAX_ATTEMPTS": "1",
        ]
        let configuration = try SettingsReader.read(Environment(variables)) { AWSConfiguration(reading: &$0) }
        return SQSQueue(SQSClient(AWSClient(configuration, transport: transport)), url: url)
    }

    @Test func `messages come with all that an event holds`() throws {
        let transport = FixedAnswer(
            """
            {"Messages":[{"MessageId":"m","ReceiptHandle":"h","Body":"b","MD5OfBody":"92eb5ffee6ae2fec3ad71c777531578f",
            "Attributes":{"ApproximateReceiveCount":"2"},
            "MessageAttributes":{"requestId":{"DataType":"String","StringValue":"r-1"}}}]}
            """
        )
        let messages = try queue(transport).receive(
            maximumMessageCount: 3,
            waitTime: .seconds(20),
            visibilityTimeout: .seconds(300)
        )
        #expect(
            messages == [
                SQSMessage(
                    messageID: "m",
                    receiptHandle: "h",
                    body: "b",
                    md5OfBody: "92eb5ffee6ae2fec3ad71c777531578f",
                    attributes: ["ApproximateReceiveCount": "2"],
                    messageAttributes: ["requestId": .string("r-1")],
                    eventSourceARN: "arn:aws:sqs:eu-central-1:000000000000:q",
                    region: "eu-central-1"
                )
            ]
        )
        let input = try #require(transport.requests.first).json
        #expect(input["QueueUrl"] == .string(url))
        #expect(input["MaxNumberOfMessages"] == 3)
        #expect(input["WaitTimeSeconds"] == 20)
        #expect(input["VisibilityTimeout"] == 300)
    }

    @Test func `giving back makes messages visible at once`() throws {
        let transport = FixedAnswer(#"{"Successful":[{"Id":"0"}],"Failed":[]}"#)
        try queue(transport).giveBack(["h"])
        let entry = try #require(transport.requests.first).json["Entries"]?[0]
        #expect(entry?["ReceiptHandle"] == "h")
        #expect(entry?["VisibilityTimeout"] == 0)
    }

    @Test func `an entry that could not be deleted is an error with SQS's reason`() throws {
        let failed =
            #"{"Successful":[],"Failed":[{"Id":"0","SenderFault":true,"Code":"ReceiptHandleIsInvalid","Message":"x"}]}"#
        let queue = try queue(FixedAnswer(failed))
        let error = #expect(throws: QueueError.self) { try queue.delete(["h"]) }
        #expect(error?.isRetryable == false)
        #expect(error?.detail.contains("ReceiptHandleIsInvalid") == true)
    }

    @Test(arguments: [
        (400, "com.amazonaws.sqs#QueueDoesNotExist", false), (403, "AccessDeniedException", false),
        (400, "com.amazonaws.sqs#RequestThrottled", true), (503, "ServiceUnavailable", true),
    ])
    func `what the service refuses is told apart by whether asking again helps`(
        status: Int,
        type: String,
        isRetryable: Bool
    ) throws {
        let queue = try queue(FixedAnswer(status: status, #"{"__type":"\#(type)","message":"no"}"#))
        let error = #expect(throws: QueueError.self) {
            try queue.receive(maximumMessageCount: 1, waitTime: .zero, visibilityTimeout: .seconds(30))
        }
        #expect(error?.isRetryable == isRetryable)
    }
}
