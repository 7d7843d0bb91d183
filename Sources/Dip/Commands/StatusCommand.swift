import CommandLineOptions
import PipelineClient

/// `dip status`: a request's record, as it is now.
enum StatusCommand: Command {
    static let description = CommandDescription(
        name: "dip status",
        argument: ArgumentDescription("ID"),
        summary: "Shows where a request stands and what it made.",
        discussion: """
            A request that failed is told with its code, a sentence, and what can be done; the exit status is 1 then. Links
            to outputs work for a limited time; “dip links” has them signed anew.
            """,
        options: DipOptions.general,
        examples: [
            ("Where it stands", "dip status order-42"),
            ("The links of all outputs", "dip status order-42 --json | jq -r '.outputs[].url'"),
        ],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        let id = try arguments.requestID
        guard let document = try record(id, session) else {
            throw CommandError(
                exit: .failed,
                code: "not_found",
                message: "no request “\(id)” is known",
                advice: "one that was accepted a moment ago may take a second to show up"
            )
        }
        let report = RecordReport(record: document.record, files: [])
        if session.console.isJSON {
            try Console.result(JSONReport.text(document, []))
        } else {
            try Console.result(report.lines)
        }
        report.warnings.forEach(session.console.note)
        return CommandError(document.record).map { session.console.report($0, json: false) } ?? 0
    }

    private static func record(_ id: String, _ session: Session) throws(CommandError) -> RecordDocument? {
        do throws(APIError) {
            return try session.client.record(id)
        } catch {
            throw CommandError(error)
        }
    }
}
