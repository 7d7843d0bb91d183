import PipelineRuntime
import StageContracts
import Testing

@testable import PipelineStage

/// The whole pipeline over a fake cloud: three stages, their queues and dead-letter queues, and a clock moved by hand.
final class TestPipeline {
    let cloud = FakeCloud()
    let clock = TestClock()
    let log = LogLines()
    let metrics = LogLines()
    /// Whether the shipped functions run, or stages without pictures that follow `scripts`.
    let runsFunctions: Bool
    var scripts: [StageName: Script] = [.preprocess: Script(), .process: Script(), .notify: Script()]
    var queues: [Queue: [Delivery]] = [:]
    /// Variables of the functions' environment that differ from the usual.
    var ownVariables: [String: String] = [:]
    /// How many messages the stages dealt with and which queues hold what nobody could read.
    private(set) var invocationCount = 0
    private var publicationCount = 0
    private var messageCount = 0

    /// The queues of the flow.
    enum Queue: String, CaseIterable {
        case requests = "rtp-request-queue"
        case preprocessed = "rtp-preprocess-ok-queue"
        case outcomes = "rtp-notifier-queue"
        case webhooks = "rtp-webhook-queue"
        case deadRequests = "rtp-request-dlq"
        case deadPreprocessed = "rtp-preprocess-ok-dlq"
        case deadOutcomes = "rtp-notifier-dlq"
        case unreadable = "rtp-unreadable-dlq"

        /// As in the template: the count of a message goes on where it was moved.
        var maximumReceiveCount: Int {
            switch self {
            case .requests, .preprocessed, .unreadable: TestPipeline.maximumReceiveCount
            case .outcomes, .webhooks: TestPipeline.maximumOutcomeReceiveCount
            case .deadRequests, .deadPreprocessed: 20
            case .deadOutcomes: 25
            }
        }

        var arn: String { "arn:aws:sqs:eu-central-1:000000000000:\(rawValue)" }

        var stage: StageName? {
            switch self {
            case .requests: .preprocess
            case .preprocessed: .process
            case .outcomes, .webhooks, .deadRequests, .deadPreprocessed, .deadOutcomes: .notify
            case .unreadable: nil
            }
        }

        var deadLetters: Queue {
            switch self {
            case .requests: .deadRequests
            case .preprocessed: .deadPreprocessed
            case .outcomes, .webhooks: .deadOutcomes
            case .deadRequests, .deadPreprocessed, .deadOutcomes, .unreadable: .unreadable
            }
        }
    }

    /// A message in a queue.
    struct Delivery {
        let id: String
        let body: String
        let attributes: [String: String]
        let sentAt: WallTime
        var receiveCount = 0
        var visibleAt: WallTime
    }

    init(runsFunctions: Bool = false) { self.runsFunctions = runsFunctions }

    static let maximumReceiveCount = 5
    /// The notifier's queue waits longer for mail services and endpoints.
    static let maximumOutcomeReceiveCount = 12
    static let visibilityTimeout = Duration.seconds(720)
    static let timeout = Duration.seconds(120)

    /// Whether no message waits anywhere.
    var isIdle: Bool { queues.values.allSatisfy { $0.isEmpty } }

    func send(_ body: String, to queue: Queue = .requests, attributes: [String: String] = [:]) {
        messageCount += 1
        let delivery = Delivery(
            id: "message-\(messageCount)",
            body: body,
            attributes: attributes,
            sentAt: clock.now,
            visibleAt: clock.now
        )
        queues[queue, default: []].append(delivery)
    }

    /// Delivers until every queue but that of unreadable messages is empty, moving the clock as far as needed.
    func run() throws {
        for _ in 0..<500 {
            if try step() { continue }
            let waiting = queues.filter { $0.key != .unreadable }.flatMap(\.value).map(\.visibleAt).min()
            guard let next = waiting else { return }
            clock.advance(by: clock.now.duration(to: next))
        }
        Issue.record("the pipeline does not come to an end")
    }

    /// Delivers one batch, if any message can be seen.
    func step() throws -> Bool {
        for queue in Queue.allCases {
            guard let stage = queue.stage else { continue }
            let visible = (queues[queue] ?? []).indices.filter {
                queues[queue]?[$0].visibleAt ?? clock.now <= clock.now
            }
            guard !visible.isEmpty else { continue }
            try deliver(queue, stage, Set(visible.prefix(10).compactMap { queues[queue]?[$0].id }))
            return true
        }
        return false
    }

    private func deliver(_ queue: Queue, _ stage: StageName, _ ids: Set<String>) throws {
        var batch: [Delivery] = []
        for index in (queues[queue] ?? []).indices {
            guard var delivery = queues[queue]?[index], ids.contains(delivery.id) else { continue }
            delivery.receiveCount += 1
            delivery.visibleAt = clock.now.advanced(by: Self.visibilityTimeout)
            queues[queue]?[index] = delivery
            batch.append(delivery)
        }
        let dead = batch.filter { $0.receiveCount > queue.maximumReceiveCount }
        queues[queue]?.removeAll { delivery in dead.contains { $0.id == delivery.id } }
        for delivery in dead { bury(delivery, from: queue) }
        let living = batch.filter { $0.receiveCount <= queue.maximumReceiveCount }
        guard !living.isEmpty else { return }
        settle(queue, living, try invoke(stage, queue, living))
        forward()
    }

    private func bury(_ delivery: Delivery, from queue: Queue) {
        var moved = delivery
        moved.visibleAt = clock.now
        queues[queue.deadLetters, default: []].append(moved)
    }

    /// - Returns: The ids of the messages to be deleted; none when the process died.
    private func invoke(_ stage: StageName, _ queue: Queue, _ batch: [Delivery]) throws -> Set<String> {
        invocationCount += 1
        let handler = try handler(for: stage)
        let logger = Logger(minimumLevel: .trace, output: log, clock: clock)
        let context = InvocationContext(
            requestID: "invocation-\(invocationCount)",
            deadline: .after(Self.timeout, from: clock.monotonicNow),
            deadlineTime: clock.now.advanced(by: Self.timeout),
            logger: logger
        )
        let answer = try handler.handle(SQSEvent(batch.map { message($0, queue) }).json, context)
        if cloud.isDead {
            cloud.revive()
            return []
        }
        guard case .failed(let failed) = BatchVerdict(answer: answer, messageIDs: Set(batch.map(\.id))) else {
            Issue.record("not a batch response: \(String(decoding: answer, as: UTF8.self))")
            return []
        }
        return Set(batch.map(\.id)).subtracting(failed)
    }

    private func message(_ delivery: Delivery, _ queue: Queue) -> SQSMessage {
        SQSMessage(
            messageID: delivery.id,
            receiptHandle: Self.handle(delivery),
            body: delivery.body,
            attributes: [
                "ApproximateReceiveCount": String(delivery.receiveCount),
                "SentTimestamp": String(delivery.sentAt.millisecondsSince1970),
            ],
            messageAttributes: delivery.attributes.mapValues(SQSMessageAttribute.string),
            eventSourceARN: queue.arn,
            region: "eu-central-1"
        )
    }

    private static func handle(_ delivery: Delivery) -> String { "\(delivery.id)#\(delivery.receiveCount)" }

    private func settle(_ queue: Queue, _ batch: [Delivery], _ done: Set<String>) {
        queues[queue]?.removeAll { done.contains($0.id) }
        for index in (queues[queue] ?? []).indices {
            guard let delivery = queues[queue]?[index], let seconds = cloud.visibility[Self.handle(delivery)]
            else { continue }
            queues[queue]?[index].visibleAt = clock.now.advanced(by: .seconds(seconds))
        }
    }

    /// Brings publications to the queues that subscribe them.
    private func forward() {
        for publication in cloud.publications.dropFirst(publicationCount) {
            switch publication.topicARN {
            case Self.topics["PREPROCESS_OK_TOPIC_ARN"]:
                send(publication.message, to: .preprocessed, attributes: publication.attributes)
            case Self.topics["NOTIFIER_TOPIC_ARN"]:
                let queue: Queue = publication.attributes["kind"] == "webhook" ? .webhooks : .outcomes
                send(publication.message, to: queue, attributes: publication.attributes)
            default: break
            }
        }
        publicationCount = cloud.publications.count
    }
}
