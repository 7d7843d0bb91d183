import PipelineRuntime
import StageContracts

@testable import PipelineStage

/// What a test makes a stage do.
final class Script {
    /// Runs before the work; throws what the work should fail with.
    var before: (Job) throws(StageFailure) -> Void = { (_) throws(StageFailure) in }
    /// How often work was begun.
    var runCount = 0
}

/// What the test stages work with: the script and the transport, over which they store things.
struct TestSettings: @unchecked Sendable {
    // Only the test's own thread touches them.
    let script: Script
    let cloud: FakeCloud

    func store(_ key: String, _ text: String) throws(StageFailure) {
        do {
            let response = try cloud.send(HTTPRequest("PUT", key, body: .bytes(Array(text.utf8))))
            guard !response.isSuccess else { return }
        } catch {
            throw .retry(detail: "\(error)")
        }
        throw .retry(detail: "throttled")
    }
}

/// A stage without pictures: it stores a text where a real one stores files.
class TestStage {
    let settings: TestSettings

    required init(settings: TestSettings, environment: StageEnvironment) { self.settings = settings }

    static func settings(reading reader: inout SettingsReader) -> TestSettings {
        TestSettings(script: Script(), cloud: FakeCloud())
    }

    func begin(_ job: Job) throws(StageFailure) {
        settings.script.runCount += 1
        try settings.script.before(job)
    }
}

final class TestPreprocessor: TestStage, Stage {
    static let name = StageName.preprocess

    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        try begin(job)
        guard case .key(let key) = try job.request.source else {
            throw .reject(.sourceRefused, detail: "no key")
        }
        let stored = "preprocessed/\(job.requestID)/source.jpg"
        try job.measure("store") { () throws(StageFailure) in try settings.store(stored, key.text) }
        let image = StoredImage(
            key: stored,
            format: .jpeg,
            width: 40,
            height: 30,
            bytes: 9,
            treatment: .copied
        )
        return RecordChanges(source: SourceDescription(key: key.text, format: .jpeg), preprocessed: image)
    }
}

final class TestProcessor: TestStage, Stage {
    static let name = StageName.process

    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        try begin(job)
        var outputs: [Output] = []
        let renditions = try job.request.renditions
        for rendition in renditions {
            let name = rendition.name.text
            let key = "processed/\(job.requestID)/\(name).jpg"
            try settings.store(key, name)
            let id = "\(job.requestID)_\(name)"
            outputs.append(Output(name: name, id: id, key: key, format: .jpeg, width: 4, height: 3, bytes: 5))
            try job.report(progress: Double(outputs.count) / Double(renditions.count))
        }
        return RecordChanges(outputs: outputs)
    }
}

final class TestNotifier: TestStage, Stage {
    static let name = StageName.notify

    func run(_ job: Job) throws(StageFailure) -> RecordChanges {
        try begin(job)
        guard let email = job.contact.email else { return RecordChanges() }
        try settings.store("mail/\(job.requestID)/\(email.text)", job.record.status.rawValue)
        let at = job.record.updatedAt
        return RecordChanges(notifications: [
            Notification(channel: .email, status: .sent, at: at, id: "mail-1")
        ])
    }
}
