import CommandLineOptions
import Foundation
import PipelineClient
import PipelineRuntime
import StageContracts

/// A photograph's way through the whole pipeline on this machine, shown step by step.
struct Demo {
    private static let folder = ".local-stack/demo"

    let options: DemoOptions

    /// Does what the words behind the program's name ask for: the demo, or its help.
    static func main(_ words: [String]) throws {
        if CommandDescription.asksForHelp(words) {
            print(DemoOptions.description.helpText)
        } else {
            try Demo(options: DemoOptions(words)).run()
        }
    }

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
        let accepted = try client.ask(Array(JSONEncoder().encode(DemoRequest(key: key))))
        let id = accepted.requestId
        print("Request    \(id)\n")

        let record = try follow(accepted, client)
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

    /// Watches the events to the last one, which comes when the owner has been told.
    private func follow(_ accepted: AcceptedRequest, _ client: APIClient) throws -> Record {
        let start = ContinuousClock.now
        var line = ProgressLine()
        defer { line.end() }
        let follower = RequestFollower(client) { usleep(UInt32($0 / .microseconds(1))) }
        func show(_ progress: RequestProgress) { line.show(progress, elapsed: ContinuousClock.now - start) }
        let record = try follower.follow(accepted.requestId, .accepted(accepted), report: show).record
        show(RequestProgress(record))
        return record
    }

    private func show(_ failure: Failure, _ id: String, _ client: APIClient) throws {
        if let mail = try client.mails().first(where: { $0.mentions(id) }) { Report.show(mail) }
        throw DemoError.failed(code: failure.code.rawValue, text: failure.text)
    }
}
