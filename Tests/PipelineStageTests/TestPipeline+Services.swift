import StageContracts
import Testing

@testable import PipelineRuntime
@testable import PipelineStage

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
        "AWS_ENDPOINT_URL": "http://127.0.0.1:4566",
    ]) { $1 }

    /// A handler as a newly started process has it.
    func handler(for stage: StageName) throws -> any LambdaHandler {
        let services = try services()
        let settings = TestSettings(script: scripts[stage] ?? Script(), cloud: cloud)
        let backoff = Backoff(random: { 0.5 })
        return switch stage {
        case .preprocess:
            StageHandler(
                TestPreprocessor(settings: settings, services: services),
                services: services,
                backoff: backoff
            )
        case .process:
            StageHandler(
                TestProcessor(settings: settings, services: services),
                services: services,
                backoff: backoff
            )
        case .notify:
            StageHandler(
                TestNotifier(settings: settings, services: services),
                services: services,
                backoff: backoff
            )
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
        email: String? = "owner@example.com"
    ) -> String {
        let id = id.map { "\"requestId\":\"\($0)\"," } ?? ""
        let notify = email.map { ",\"notify\":{\"email\":\"\($0)\"}" } ?? ""
        let renditions = #"[{"name":"small","width":20},{"name":"large","width":40}]"#
        return
            "{\(id)\"source\":{\"key\":\"\(key)\"},\"renditions\":\(renditions),\"attributes\":{\"region\":\"usa\"}\(notify)}"
    }
}

extension TestPipeline {
    func services() throws -> StageServices {
        let settings = try SettingsReader.read(Environment(Self.variables)) { StageSettings(reading: &$0) }
        return StageServices(
            settings: settings,
            client: AWSClient(settings.aws, transport: cloud),
            clock: clock
        )
    }
}
