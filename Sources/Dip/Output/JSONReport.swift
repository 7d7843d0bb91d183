import FoundationEssentials
import PipelineClient
import StageContracts

/// What `--json` writes.
enum JSONReport {
    /// A value as the one document of a command.
    static func text(_ value: JSONValue) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { preconditionFailure("a JSON value is JSON") }
        return String(decoding: data, as: UTF8.self)
    }

    /// A record as the API sent it, with the files that its outputs were fetched into.
    static func text(_ document: RecordDocument, _ files: [SavedOutput]) -> String {
        guard var members = document.json.members, !files.isEmpty else { return text(document.json) }
        members["files"] = .array(
            files.map { .object(["name": .string($0.name), "path": .string($0.path)]) }
        )
        return text(.object(members))
    }

    /// A request that was accepted and is not waited for.
    static func text(_ accepted: AcceptedRequest) -> String {
        var members: [String: JSONValue] = [
            "requestId": .string(accepted.requestId), "status": .string(accepted.status),
            "statusUrl": .string(accepted.statusUrl),
        ]
        members["eventsUrl"] = accepted.eventsUrl.map { .string($0) }
        return text(.object(members))
    }

    /// A command that came to no record.
    static func text(_ failure: CommandError) -> String {
        var error: [String: JSONValue] = [
            "code": .string(failure.code), "message": .string(failure.message),
        ]
        error["advice"] = failure.advice.map { .string($0) }
        if !failure.problems.isEmpty {
            error["problems"] = .array(
                failure.problems.map {
                    .object(["pointer": .string($0.pointer), "detail": .string($0.detail)])
                }
            )
        }
        return text(.object(["error": .object(error)]))
    }
}
