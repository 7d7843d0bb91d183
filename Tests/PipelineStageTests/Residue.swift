import StageContracts
import Testing

@testable import PipelineStage

/// What is left in the end, without the times and counts in which two runs may differ.
struct Residue: Equatable {
    let status: Status
    let history: [Status]
    let sequence: Int
    let progress: Int
    let outputs: [Output]
    let source: SourceDescription?
    let preprocessed: StoredImage?
    let failure: Failure?
    let notifications: Int
    let warnings: [Warning]
    let objects: [String: [UInt8]]
    let mailSubjects: Set<String>
    let callbacks: Set<String>
    let eventIDs: Set<String>
    /// Events that nobody waits for: an outage may swallow them.
    var progressIDs: Set<String>
    let hasLeftovers: Bool

    init(_ pipeline: TestPipeline) throws {
        let record = try pipeline.cloud.record("order-1")
        (status, sequence, progress) = (record.status, record.sequence, record.progress)
        history = record.history.map(\.status)
        outputs = record.outputs.map { Output(linkless: $0) }
        (source, preprocessed) = (record.source, record.preprocessed)
        (failure, warnings) = (record.failure, record.warnings)
        notifications = record.notifications.count
        objects = pipeline.cloud.objects
        callbacks = Set(
            try pipeline.cloud.endpoint.callbacks.map { "\($0.type) \($0.data.outputs.map(\.id))" }
        )
        mailSubjects = Set(pipeline.cloud.mails.map { "\($0.recipients) \($0.subject)" })
        let events = try pipeline.events.map { ($0.type, "\($0.id) \($0.type)") }
        eventIDs = Set(events.filter { $0.0 != EventKind.progress.type }.map(\.1))
        progressIDs = Set(events.filter { $0.0 == EventKind.progress.type }.map(\.1))
        hasLeftovers = !pipeline.isIdle
    }
}

extension Output {
    /// The output without its link, which says when it was signed.
    fileprivate init(linkless output: Output) {
        self = output
        (url, urlExpiresAt) = (nil, nil)
    }
}
