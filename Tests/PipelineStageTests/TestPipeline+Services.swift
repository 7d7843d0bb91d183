import StageContracts
import Testing

@testable import FileProcessor
@testable import Notifier
@testable import PipelineRuntime
@testable import PipelineStage
@testable import Preprocessor

extension TestPipeline {
    static let topics = [
        "PREPROCESS_OK_TOPIC_ARN": "arn:aws:sns:eu-central-1:000000000000:rtp-preprocess-ok-topic",
        "NOTIFIER_TOPIC_ARN": "arn:aws:sns:eu-central-1:000000000000:rtp-notifier-topic",
        "EVENTS_TOPIC_ARN": "arn:aws:sns:eu-central-1:000000000000:rtp-events-topic",
    ]

    static let variables = topics.merging([
        "DATA_TABLE": "rtp-data-store", "REQUEST_BUCKET": "rtp-request-files",
        "PREPROCESSED_BUCKET": "rtp-preprocessed-files", "PROCESSED_BUCKET": "rtp-processed-files",
        "AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:4566", "SENDER_ADDRESS": "images@example.com",
        "WEBHOOK_SECRETS": WebhookEndpoint.secret,
        "ARCHIVE_BUCKET": "rtp-archived-files",
        "MAXIMUM_SOURCE_BYTES": "100000", "MAXIMUM_SOURCE_PIXELS": "10000",
    ]) { $1 }

    /// A handler as a newly started process has it.
    func handler(for stage: StageName) throws -> any LambdaHandler {
        switch (stage, runsFunctions) {
        case (.preprocess, false): try handler(TestPreprocessor.self, script(stage))
        case (.process, false): try handler(TestProcessor.self, script(stage))
        case (.notify, false): try handler(TestNotifier.self, script(stage))
        case (.preprocess, true): try handler(PreprocessStage.self)
        case (.process, true): try handler(ProcessStage.self)
        case (.notify, true): try handler(NotifyStage.self)
        }
    }

    private func script(_ stage: StageName) -> TestSettings {
        TestSettings(script: scripts[stage] ?? Script(), cloud: cloud)
    }

    private func handler<Work: Stage>(
        _ stage: Work.Type,
        _ settings: Work.Settings
    ) throws -> any LambdaHandler {
        let environment = try environment()
        let work = Work(settings: settings, environment: environment)
        return StageHandler(work, environment, backoff: Backoff(random: { 0.5 }))
    }

    private func handler<Work: Stage>(_ stage: Work.Type) throws -> any LambdaHandler {
        let environment = Environment(Self.variables.merging(ownVariables) { $1 })
        let settings = try SettingsReader.read(environment) { Work.settings(reading: &$0) }
        return try handler(stage, settings)
    }

    /// The records of requests whose id another one had.
    var refusals: [Record] {
        get throws {
            try cloud.table.keys.sorted().filter { $0.contains(".refused-") }.map { try cloud.record($0) }
        }
    }

    /// The events published so far.
    var events: [Event] {
        get throws {
            try cloud.publications.filter { $0.topicARN == Self.topics["EVENTS_TOPIC_ARN"] }.map {
                try Event(decodingJSON: Array($0.message.utf8))
            }
        }
    }

    /// How often a message was published for a stage's queue.
    func count(_ kind: StageMessage.Kind) -> Int {
        cloud.publications.count { $0.message.contains("\"kind\":\"\(kind.rawValue)\"") }
    }
}

/// Requests that several tests send.
enum Requests {
    static func text(
        id: String? = "order-1",
        key: String = "uploads/1/a.jpg",
        email: String? = "owner@example.com",
        renditions: String = #"[{"name":"small","width":20},{"name":"large","width":40}]"#,
        more: String = ""
    ) -> String {
        let id = id.map { "\"requestId\":\"\($0)\"," } ?? ""
        let notify = email.map { ",\"notify\":{\"email\":\"\($0)\"}" } ?? ""
        return
            "{\(id)\"source\":{\"key\":\"\(key)\"},\"renditions\":\(renditions),\"attributes\":{\"region\":\"usa\"}\(notify)\(more)}"
    }

    /// A request for a puzzle and a rendition, of which nobody is told but by events.
    static let puzzle =
        #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"puzzle":{"rows":2,"columns":2,"prefix":"toys"},"#
        + #""renditions":[{"name":"small","width":20}]}"#

    /// A request whose owner is told by a mail and by a webhook.
    static let calledBack = text(email: "o@b.de\",\"webhook\":\"https://example.com/done")

    /// A request for the gallery, with more members.
    static func gallery(_ more: String = "") -> String {
        #"{"requestId":"order-1","source":{"key":"uploads/1/a.jpg"},"preset":"gallery","notify":{"email":"o@b.de"}\#(more)}"#
    }
}

extension TestPipeline {
    /// The job of a stage that has just claimed the request.
    func job(of stage: StageName, until deadline: Deadline) throws -> Job {
        let environment = try environment()
        let records = environment.services(until: .never).records
        let stored = try #require(try records.load(RequestID(reading: "order-1")))
        return Job(
            stored,
            of: stage,
            in: environment,
            until: deadline,
            log: Logger(output: log, clock: clock)
        )
    }

    func environment() throws -> StageEnvironment {
        let variables = Environment(Self.variables.merging(ownVariables) { $1 })
        let settings = try SettingsReader.read(variables) { StageSettings(reading: &$0) }
        let timing = ClientTiming(
            clock: clock,
            now: { [clock] in clock.monotonicNow },
            wait: { _ in },
            random: { 0.5 }
        )
        return StageEnvironment(
            settings: settings,
            client: AWSClient(settings.aws, transport: cloud, timing: timing),
            web: cloud,
            metrics: MetricsWriter(
                namespace: StageEnvironment.metricsNamespace,
                output: metrics,
                clock: clock
            ),
            clock: clock
        )
    }
}
