import CommandLineOptions
import PipelineClient
import StageContracts

/// `dip links`: new links to what a request made.
enum LinksCommand: Command {
    static let description = CommandDescription(
        name: "dip links",
        argument: ArgumentDescription("ID"),
        summary: "Has the links of a request signed anew.",
        discussion: """
            Links end sooner than the files that they lead to. This waits until the record has new ones, to every output and
            to an original that is archived or kept, and shows them.
            """,
        options: [DipOptions.output.description] + DipOptions.general,
        examples: [
            ("Fetch what was made last week", "dip links order-42 --output out"),
            ("The link of an archived original", "dip links order-42 --json | jq -r .original.url"),
        ],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        let id = try arguments.requestID
        let folder = arguments[DipOptions.output]
        if let folder { try session.check(folder) }
        guard let document = try session.find(id) else {
            throw CommandError(exit: .failed, code: "not_found", message: "no request “\(id)” is known")
        }
        if let failure = CommandError(document.record) { throw failure }
        guard document.record.status == .processed else {
            throw CommandError(
                exit: .failed,
                code: "conflict",
                message: "the request is \(document.record.status.rawValue): it has no links yet",
                advice: "\(session.watchLine(id)) waits for its end"
            )
        }
        let renewed = try session.renewLinks(of: document)
        if let original = renewed.record.original?.url, !session.console.isJSON {
            try Console.result("source  \(original)")
        }
        return try Ending(session: session, document: renewed, hasNewLinks: true).report(folder: folder)
    }
}
