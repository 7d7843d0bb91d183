import Testing

@testable import PipelineRuntime

@Suite struct HostModeTests {
    @Test(arguments: [(nil, 1), ("1", 1), ("8", 8), ("0", 1), ("-3", 1), ("many", 1)] as [(String?, Int)])
    func `the Runtime API comes first, with as many loops as the platform says`(
        text: String?,
        count: Int
    ) throws {
        let variables = [
            "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001", "QUEUE_URL": "http://q",
            "AWS_LAMBDA_MAX_CONCURRENCY": text,
        ]
        let mode = try HostMode(Environment(variables.compactMapValues(\.self)))
        #expect(mode == .lambda(authority: "127.0.0.1:9001", concurrency: count))
        #expect(mode.concurrency == count)
    }

    @Test func `a queue is polled with defaults that suit a replica`() throws {
        let mode = try HostMode(
            Environment([
                "QUEUE_URL": "http://localhost:4566/000000000000/rtp-request-queue",
                "AWS_REGION": "eu-central-1",
            ])
        )
        guard case .queue(let settings, let aws) = mode else {
            Issue.record("not the queue")
            return
        }
        #expect(settings.url == "http://localhost:4566/000000000000/rtp-request-queue")
        #expect(aws.region == "eu-central-1")
        #expect(settings.batchSize == 1)
        #expect(settings.waitTime == .seconds(20))
        #expect(settings.visibilityTimeout == .seconds(300))
        #expect(mode.concurrency == 1)
    }

    @Test func `all that is wrong with a queue's settings is told`() {
        let error = #expect(throws: SettingsError.self) {
            try HostMode(
                Environment([
                    "QUEUE_URL": "rtp-request-queue", "QUEUE_BATCH_SIZE": "11", "QUEUE_WAIT_SECONDS": "21",
                    "QUEUE_VISIBILITY_SECONDS": "5", "QUEUE_CONCURRENCY": "0",
                    "AWS_REGION": "no region",
                ])
            )
        }
        let names = [
            "QUEUE_URL", "QUEUE_BATCH_SIZE", "QUEUE_WAIT_SECONDS", "QUEUE_VISIBILITY_SECONDS",
            "QUEUE_CONCURRENCY", "AWS_REGION",
        ]
        #expect(error?.problems.map(\.name) == names)
    }

    @Test(arguments: ["http://localhost:4566", "http://localhost:4566/rtp-request-queue"])
    func `a queue's URL has account and name`(url: String) {
        let error = #expect(throws: SettingsError.self) {
            try HostMode(Environment(["QUEUE_URL": url, "AWS_REGION": "eu-central-1"]))
        }
        #expect(error?.problems.map(\.name) == ["QUEUE_URL"])
    }

    @Test func `without either, one text says what to do`() {
        let error = #expect(throws: SettingsError.self) { try HostMode(Environment([:])) }
        #expect(error?.problems.count == 1)
        #expect(error?.description.contains("AWS_LAMBDA_RUNTIME_API") == true)
        #expect(error?.description.contains("QUEUE_URL") == true)
    }
}
