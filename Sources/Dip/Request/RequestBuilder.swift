import FoundationEssentials
import PipelineClient
import StageContracts

/// Makes a request of a command's options: they are set over what a document of `--request` says.
struct RequestBuilder {
    private var members: [String: JSONValue]
    private let arguments: Arguments

    /// The request of the options that all commands have which submit one.
    init(_ arguments: Arguments) throws(CommandError) {
        self.arguments = arguments
        members =
            try arguments["--request"].map { path throws(CommandError) in try RequestFile.members(path) }
            ?? [:]
        set("requestId", arguments["--id"])
        set("preset", arguments["--preset"])
        set("retention", arguments["--retention"])
        try setNotify()
        try setAttributes()
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

    private mutating func setNotify() throws(CommandError) {
        var notify = members["notify"]?.members ?? [:]
        for name in ["email", "webhook", "channel"] {
            if let value = arguments["--" + name] { notify[name] = .string(value) }
        }
        if !notify.isEmpty { members["notify"] = .object(notify) }
    }

    private mutating func setAttributes() throws(CommandError) {
        var attributes = members["attributes"]?.members ?? [:]
        for text in arguments.all("--attribute") {
            guard let (name, value) = text.split(at: "=") else {
                throw CommandError(arguments.refusal("--attribute is NAME=VALUE, not “\(text)”"))
            }
            attributes[name] = .string(value)
        }
        if !attributes.isEmpty { members["attributes"] = .object(attributes) }
    }
}
