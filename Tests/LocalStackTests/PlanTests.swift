import CloudTemplate
import LocalLambda
import LocalS3
import Testing

@testable import LocalStack

struct PlanTests {
    @Test func `a function has what the template says, and Lambda's defaults`() throws {
        let plan = try PlanText.plan(
            """
            Q: { Type: AWS::SQS::Queue, Properties: { QueueName: q } }
            Plain: { Type: AWS::Serverless::Function, Properties: { CodeUri: code/a, Runtime: provided.al2023 } }
            Full:
              Type: AWS::Serverless::Function
              Properties:
                FunctionName: full
                CodeUri: /abs/b
                Handler: main
                Timeout: "30"
                MemorySize: 512
                ReservedConcurrentExecutions: 2
                LoggingConfig: { LogFormat: JSON, LogGroup: g }
                Environment: { Variables: { A: 1, EMPTY: "", URL: !Ref Q } }
                Events:
                  Work:
                    Type: SQS
                    Properties:
                      Queue: !GetAtt Q.Arn
                      BatchSize: 20
                      MaximumBatchingWindowInSeconds: 5
                      FunctionResponseTypes: [ReportBatchItemFailures]
                      ScalingConfig: { MaximumConcurrency: 7 }
                      FilterCriteria: {}
                  Timer: { Type: Schedule, Properties: { Schedule: rate(1 hour) } }
            """
        )
        let plain = plan.functions[0].definition
        #expect(plain.codeDirectory == "/project/code/a")
        #expect(plain.timeout == .seconds(3))
        #expect(plain.memoryMegabytes == 128)
        let full = plan.functions[1].definition
        #expect(full.name == "full")
        #expect(full.codeDirectory == "/abs/b")
        #expect(full.timeout == .seconds(30))
        #expect(full.memoryMegabytes == 512)
        #expect(full.maximumConcurrency == 2)
        #expect(
            full.environment == [
                "A": "1", "EMPTY": "", "URL": "http://127.0.0.1:4566/000000000000/q",
                "AWS_LAMBDA_LOG_FORMAT": "JSON",
            ]
        )
        let source = try #require(plan.eventSources.first)
        #expect(source.queueARN == "arn:aws:sqs:us-east-1:000000000000:q")
        #expect(source.definition.batchSize == 20)
        #expect(source.definition.batchingWindow == .seconds(5))
        #expect(source.definition.reportsBatchItemFailures)
        #expect(source.definition.maximumConcurrency == 7)
        #expect(
            plan.notActedOn.groups.flatMap(\.paths) == [
                "Events.Timer.Properties", "Events.Work.Properties.FilterCriteria", "LoggingConfig.LogGroup",
            ]
        )
    }

    @Test func `what is not acted on is listed, the same of several resources once`() throws {
        let plan = try PlanText.plan(
            """
            A: { Type: AWS::S3::Bucket, DeletionPolicy: Retain, Properties: { BucketName: a, Tags: [], VersioningConfiguration: {} } }
            B: { Type: AWS::S3::Bucket, DeletionPolicy: Retain, Properties: { Tags: [] } }
            R: { Type: AWS::IAM::Role, Properties: { Anything: 1 } }
            X: { Type: Custom::Thing }
            S: { Type: AWS::IAM::Role }
            """
        )
        #expect(
            plan.notActedOn.lines == [
                "  AWS::IAM::Role: R, S",
                "  Custom::Thing: X",
                "  DeletionPolicy, Tags of AWS::S3::Bucket: A, B",
                "  VersioningConfiguration of AWS::S3::Bucket: A",
            ]
        )
    }

    @Test func `a rule of a lifecycle is followed as far as it is understood, and else left out`() throws {
        let plan = try PlanText.plan(
            """
            A:
              Type: AWS::S3::Bucket
              Properties:
                LifecycleConfiguration:
                  Rules:
                    - { Id: a, Status: Enabled, Prefix: tmp/, ExpirationInDays: 3 }
                    - { Status: Disabled, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }
                    - { Status: Enabled, ExpirationInDays: 1, TagFilters: [{ Key: a, Value: b }] }
            """
        )
        let buckets = plan.resources.compactMap { $0 as? BucketResource }
        var first = BucketLifecycle.Rule()
        first.prefix = "tmp/"
        first.expirationDays = 3
        var second = BucketLifecycle.Rule()
        second.isEnabled = false
        second.abortionDays = 1
        #expect(buckets.map(\.lifecycle) == [BucketLifecycle(rules: [first, second])])
        #expect(plan.notActedOn.lines.count == 1)
    }

    @Test(arguments: [
        ("F: { Type: AWS::Serverless::Function, Properties: {} }", "t.yaml:4:53: CodeUri is missing"),
        (
            "F: { Type: AWS::Serverless::Function, Properties: { CodeUri: x, Runtime: python3.12 } }",
            "t.yaml:4:76: Runtime is \"python3.12\"; it has to be one of provided, provided.al2, provided.al2023"
        ),
        (
            "F: { Type: AWS::Serverless::Function, Properties: { CodeUri: x, Timeout: 901 } }",
            "t.yaml:4:76: Timeout is \"901\"; it has to be a whole number from 1 to 900"
        ),
        (
            "F: { Type: AWS::Serverless::Function, Properties: { CodeUri: x, Events: { E: { Type: SQS, Properties: { Queue: nope } } } } }",
            "t.yaml:4:114: Events.E.Properties.Queue has to be the ARN of a queue, not nope"
        ),
        (
            "F: { Type: AWS::Serverless::Function, Properties: { CodeUri: x, Events: { E: { Type: SQS, Properties: { Queue: 'arn:aws:sqs:a:b:c', BatchSize: 11 } } } } }",
            "t.yaml:4:146: Events.E.Properties.BatchSize above 10 needs MaximumBatchingWindowInSeconds of 1 at least"
        ),
        (
            "Q: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 43201 } }",
            "t.yaml:4:64: VisibilityTimeout is \"43201\"; it has to be a whole number from 0 to 43200"
        ),
        (
            "S: { Type: AWS::SNS::Subscription, Properties: { TopicArn: t, Endpoint: e } }",
            "t.yaml:4:50: Protocol is missing"
        ),
        ("T: { Type: AWS::DynamoDB::Table }", "t.yaml:4:6: a table needs AttributeDefinitions and KeySchema"),
        (
            "A: { Type: AWS::Serverless::Api, Properties: { StageName: s } }",
            "t.yaml:4:48: an API needs its OpenAPI document in DefinitionBody"
        ),
        (
            "M: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: f, EventSourceArn: 'arn:aws:sqs:a:b:c' } }",
            "t.yaml:4:61: the function f is none of the template's"
        ),
    ])
    func `a property that cannot be used names its place`(resource: String, problem: String) {
        #expect(PlanText.problems(resource) == [problem])
    }

    @Test func `a page is found beside the template and called as it says`() throws {
        let plan = try PlanText.plan(
            "{}",
            metadata:
                "{ local-stack: { Pages: [{ Path: /_p/, Folder: pages, Query: '?a=1', Description: d }] }, other: 1 }"
        )
        #expect(plan.pages.map(\.folder) == ["/project/pages/"])
        #expect(StackSummary(plan).nextSteps.last == "  http://127.0.0.1:4566/_p/?a=1    # d")
    }

    @Test(arguments: [
        (
            "{ Path: /p/, Folder: f, Description: d }",
            "Path has to be like /_name/, which no bucket and no service has"
        ),
        (
            "{ Path: /_aws/, Folder: f, Description: d }",
            "Path has to be like /_name/, which no bucket and no service has"
        ),
        ("{ Path: /_p/, Description: d }", "Folder is missing"),
        (
            "{ Path: /_p/, Folder: f, Description: d, Colour: red }",
            "Colour is nothing that the local stack knows"
        ),
    ])
    func `a page that cannot be served names its place`(page: String, problem: String) {
        let problems = PlanText.problems("{}", metadata: "{ local-stack: { Pages: [\(page)] } }")
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("t.yaml:5:") == true)
        #expect(problems.first?.hasSuffix(problem) == true)
    }

    @Test func `addresses of the stack's APIs lead to this machine`() throws {
        let plan = try PlanText.plan(
            """
            Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, DefinitionBody: { paths: {} } } }
            F:
              Type: AWS::Serverless::Function
              Properties:
                CodeUri: x
                Environment: { Variables: { API: !Sub "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1" } }
            """,
            outputs: "{ Url: { Value: !Sub 'https://${Api}.execute-api.${AWS::Region}.amazonaws.com/v1/x' } }"
        )
        #expect(plan.functions[0].definition.environment["API"] == "http://127.0.0.1:4566")
        #expect(plan.outputs.map(\.value) == ["http://127.0.0.1:4566/x"])
    }
}
