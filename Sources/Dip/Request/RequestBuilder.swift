import CommandLineOptions
import FoundationEssentials
import PipelineClient
import StageContracts

/// Makes a request of a command's options: they are set over what a document of `--request` says.
struct RequestBuilder {
    private var members: [String: JSONValue]

    /// The request of the options that all commands have which submit one.
    init(_ arguments: Arguments) throws(CommandError) {
        members =
            try arguments[DipOptions.request].map { path throws(CommandError) in try RequestFile.members(path)
            }
            ?? [:]
        set("requestId", arguments[DipOptions.id])
        set("preset", arguments[DipOptions.preset])
        set("retention", arguments[DipOptions.retention])
        let (email, webhook) = (arguments[DipOptions.email], arguments[DipOptions.webhook])
        let notify = ["email": email, "webhook": webhook, "channel": arguments[DipOptions.channel]]
        add(notify.compactMapValues(\.self), to: "notify")
        add(arguments[DipOptions.attributes], to: "attributes")
    }

    /// Whether the request says what it is made from.
    var hasSource: Bool { members["source"] != nil }

    /// The id that the caller chose.
    var id: String? { members["requestId"]?.text }

    /// Whether the request says what is to be made.
    var hasWish: Bool { ["preset", "renditions", "puzzle"].contains { members[$0] != nil } }

    /// Sets a member.
    mutating func set(_ name: String, _ value: JSONValue?) {
        if let value { members[name] = value }
    }

    /// Looks for everything that is wrong with the request, as the API and its first stage would.
    ///
    /// - Parameter source: What is put into it later; a file gets its key when it is uploaded.
    /// - Throws: All of it at once.
    func check(_ source: Source?) throws(CommandError) {
        var whole = self
        whole.set("source", source?.member)
        do throws(InvalidRequest) {
            _ = try ProcessingRequest(reading: whole.encoded)
        } catch {
            throw CommandError(error)
        }
    }

    /// The request as it is posted.
    var encoded: [UInt8] {
        guard let data = try? JSONEncoder().encode(JSONValue.object(members)) else {
            preconditionFailure("a JSON value is JSON")
        }
        return Array(data)
    }

    private mutating func set(_ name: String, _ text: String?) {
        set(name, text.map { JSONValue.string($0) })
    }

    /// Sets texts in a member that is an object.
    private mutating func add(_ texts: [String: String], to name: String) {
        guard !texts.isEmpty else { return }
        let object = members[name]?.members ?? [:]
        members[name] = .object(object.merging(texts.mapValues { .string($0) }) { _, new in new })
    }
}
