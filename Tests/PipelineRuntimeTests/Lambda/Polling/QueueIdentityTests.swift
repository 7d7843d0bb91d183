import Testing

@testable import PipelineRuntime

@Suite struct QueueIdentityTests {
    @Test(arguments: [
        ("https://sqs.us-east-2.amazonaws.com/123456789012/q", "arn:aws:sqs:us-east-2:123456789012:q"),
        ("https://us-west-1.queue.amazonaws.com/123456789012/q", "arn:aws:sqs:us-west-1:123456789012:q"),
        ("https://sqs.cn-north-1.amazonaws.com.cn/1/q", "arn:aws-cn:sqs:cn-north-1:1:q"),
        ("https://sqs.us-gov-west-1.amazonaws.com/1/q", "arn:aws-us-gov:sqs:us-gov-west-1:1:q"),
        (
            "http://sqs.eu-west-1.localhost.localstack.cloud:4566/000000000000/q",
            "arn:aws:sqs:eu-west-1:000000000000:q"
        ),
        ("http://localhost:4566/000000000000/q", "arn:aws:sqs:eu-central-1:000000000000:q"),
        ("http://127.0.0.1:4566/000000000000/q.fifo", "arn:aws:sqs:eu-central-1:000000000000:q.fifo"),
        ("https://sqs.example.com/base/000000000000/q", "arn:aws:sqs:example:000000000000:q"),
    ])
    func `a queue's URL tells its ARN`(url: String, arn: String) {
        #expect(QueueIdentity(url: url, defaultRegion: "eu-central-1")?.arn == arn)
    }

    @Test(arguments: ["", "q", "http://localhost:4566", "http://localhost:4566/q"])
    func `a URL without account and name is refused`(url: String) {
        #expect(QueueIdentity(url: url, defaultRegion: "eu-central-1") == nil)
    }
}
