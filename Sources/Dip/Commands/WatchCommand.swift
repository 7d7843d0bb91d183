import CommandLineOptions
import PipelineClient

/// `dip watch`: follows a request to its end.
enum WatchCommand: Command {
    static let description = CommandDescription(
        name: "dip watch",
        argument: ArgumentDescription("ID"),
        summary: "Follows a request to its end.",
        discussion: """
            Progress comes by server-sent events where the API has them, else the record is looked at. Ctrl-C ends the
            watching, not the request.
            """,
        options: [DipOptions.output.description] + DipOptions.general,
        examples: [
            ("Until it is done", "dip watch order-42"),
            ("And fetch what was made", "dip watch order-42 --output out"),
        ],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        let id = try arguments.requestID
        let folder = arguments[DipOptions.output]
        if let folder { try session.check(folder) }
        let document = try session.follow(id, .named)
        return try Ending(session: session, document: document).report(folder: folder)
    }
}
