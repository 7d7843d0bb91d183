import Foundation
import PipelineClient
import PipelineRuntime
import StageContracts

/// A photograph's way through the whole pipeline on this machine, shown step by step.
struct Demo {
    private static let timeLimit = Duration.seconds(180)
    private static let folder = ".local-stack/demo"

    let options: DemoOptions

    func run() throws {
        let started = ContinuousClock.now
        try makeFolder()
        let photo = try Photo.file(options: options, folder: Self.folder)
        print("Photo      \(photo.name), \(ByteCount(photo.byteCount))")
        let starting = ContinuousClock.now
        let transport = try CurlTransport()
        let stack = try LocalStackProcess(stateFolder: Self.folder, transport: transport)
        defer { stack.stop() }
        print("Stack      \(stack.url), started in \((ContinuousClock.now - starting).inSeconds)")

        let client = APIClient(try stack.address, transport: transport)
        let key = try Uploader(client).upload(photo)
        print("Uploaded   \(key)")
        let id = try client.ask(Array(JSONEncoder().encode(DemoRequest(key: key)))).requestId
        print("Request    \(id)\n")

        let record = try follow(id, client)
        Report.showHistory(of: record)
        if let failure = record.failure { try show(failure, id, client) }
        guard record.outputs.count == 3 else { throw DemoError.incomplete(missing: "its three outputs") }
        let files = try OutputFolder(Self.folder + "/outputs", client: client).fetch(record)
        Report.show(record.outputs, files)
        guard let mail = try client.mails().first(where: { $0.mentions(id) }) else {
            throw DemoError.incomplete(missing: "a mail")
        }
        Report.show(mail)
        print("\nAll of it in \((ContinuousClock.now - started).inSeconds).")
    }

    /// Every run begins with nothing, so that what it shows is its own.
    private func makeFolder() throws {
        try takeLock()
        try? FileManager.default.removeItem(atPath: Self.folder)
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    }

    /// Held until the process ends: two demos would remove each other's folder.
    private func takeLock() throws {
        let parent = (Self.folder as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        let lock = open(Self.folder + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0 else {
            throw DemoError.stackNotStarted(reason: "\(Self.folder).lock cannot be written", log: "")
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw DemoError.anotherRuns(folder: Self.folder) }
    }

    /// Watches the record until the owner has been told.
    private func follow(_ id: String, _ client: APIClient) throws -> Record {
        let start = ContinuousClock.now
        var line = ProgressLine()
        defer { line.end() }
        var status = "pending"
        while ContinuousClock.now - start < Self.timeLimit {
            let record = try client.record(id)?.record
            status = record?.status.rawValue ?? status
            let elapsed = ContinuousClock.now - start
            line.show(percent: record?.progress ?? 0, status: status, elapsed: elapsed)
            if let record, record.status.isTerminal, !record.notifications.isEmpty { return record }
            usleep(20_000)
        }
        throw DemoError.tooSlow(seconds: Int(Self.timeLimit.components.seconds), lastSeen: status)
    }

    private func show(_ failure: Failure, _ id: String, _ client: APIClient) throws {
        if let mail = try client.mails().first(where: { $0.mentions(id) }) { Report.show(mail) }
        throw DemoError.failed(code: failure.code.rawValue, text: failure.text)
    }
}
