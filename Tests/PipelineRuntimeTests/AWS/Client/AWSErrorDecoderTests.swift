import Testing

@testable import PipelineRuntime

@Suite struct `Errors of services` {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let response: HTTPResponse
        let code: String
        let message: String
        var id: String?
    }

    private static let cases = [
        Case(
            testDescription: "AWS JSON",
            response: .text(
                400,
                #"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"no table"}"#,
                ["x-amzn-RequestId": "R1"]
            ),
            code: "ResourceNotFoundException",
            message: "no table",
            id: "R1"
        ),
        Case(
            testDescription: "AWS JSON that once was Query",
            response: .text(
                400,
                #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no queue"}"#,
                ["x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender"]
            ),
            code: "QueueDoesNotExist",
            message: "no queue"
        ),
        Case(
            testDescription: "only the header of what once was Query",
            response: .text(
                400,
                "{}",
                ["x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender"]
            ),
            code: "AWS.SimpleQueueService.NonExistentQueue",
            message: "status 400"
        ),
        Case(
            testDescription: "REST-JSON",
            response: .text(
                404,
                #"{"message":"no identity"}"#,
                ["x-amzn-ErrorType": "NotFoundException:http://internal.amazon.com/coral/"]
            ),
            code: "NotFoundException",
            message: "no identity"
        ),
        Case(
            testDescription: "capital Message",
            response: .text(400, #"{"__type":"ValidationException","Message":"bad"}"#),
            code: "ValidationException",
            message: "bad"
        ),
        Case(
            testDescription: "Query",
            response: .text(
                404,
                """
                <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>
                <Code>NotFound</Code><Message>Topic &lt;x&gt; does not exist</Message></Error>
                <RequestId>R2</RequestId></ErrorResponse>
                """
            ),
            code: "NotFound",
            message: "Topic <x> does not exist",
            id: "R2"
        ),
        Case(
            testDescription: "S3",
            response: .text(
                404,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>NoSuchKey</Code><Message>The key</Message><Key>a</Key><RequestId>R3</RequestId></Error>
                """,
                ["x-amz-request-id": "R3"]
            ),
            code: "NoSuchKey",
            message: "The key",
            id: "R3"
        ),
        Case(
            testDescription: "no body",
            response: .text(403, "", ["x-amz-request-id": "R4"]),
            code: "Status403",
            message: "status 403",
            id: "R4"
        ),
        Case(
            testDescription: "a load balancer's page",
            response: .text(502, "<html><body>Bad Gateway</body></html>"),
            code: "Status502",
            message: "status 502"
        ),
        Case(
            testDescription: "broken JSON",
            response: .text(500, #"{"__type":"#),
            code: "Status500",
            message: "status 500"
        ),
        Case(
            testDescription: "broken XML",
            response: .text(500, "<Error><Code>A</Error>"),
            code: "Status500",
            message: "status 500"
        ),
        Case(
            testDescription: "a bucket elsewhere",
            response: .text(
                301,
                "<Error><Code>PermanentRedirect</Code><Message>Use the endpoint</Message></Error>",
                ["x-amz-bucket-region": "us-west-2"]
            ),
            code: "PermanentRedirect",
            message:
                "the bucket is in us-west-2, but requests are signed for eu-west-1: set AWS_REGION to us-west-2"
        ),
    ]

    @Test(arguments: cases)
    func `an error is read in each of the services' shapes`(example: Case) {
        let error = AWSErrorDecoder.error(
            example.response,
            of: ClientFixture.call(.s3),
            signedFor: "eu-west-1"
        )
        #expect(error.kind == .refused(status: example.response.status))
        #expect(error.code == example.code)
        #expect(error.message == example.message)
        #expect(error.requestID == example.id)
    }

    @Test func `a failed condition carries the item that stood in its way`() {
        let body = #"{"__type":"x#ConditionalCheckFailedException","message":"m","Item":{"id":{"S":"a"}}}"#
        let error = AWSErrorDecoder.error(.text(400, body), of: ClientFixture.call(.dynamodb), signedFor: "")
        #expect(error.kind == .conditionFailed(item: ["id": .string("a")]))
        #expect(error.status == 400)
        #expect(!error.isRetryable)
    }

    @Test func `a failed condition without an item has none`() {
        let body = #"{"__type":"ConditionalCheckFailedException","message":"m"}"#
        let error = AWSErrorDecoder.error(.text(400, body), of: ClientFixture.call(.dynamodb), signedFor: "")
        #expect(error.kind == .conditionFailed(item: nil))
    }

    @Test func `a description says which call failed, and how`() {
        let error = AWSErrorDecoder.error(
            .text(400, #"{"__type":"X","message":"why"}"#, ["x-amzn-requestid": "R"]),
            of: ClientFixture.call(.sns),
            signedFor: ""
        )
        #expect("\(error)" == "sns Test: X: why (request R)")
    }
}
