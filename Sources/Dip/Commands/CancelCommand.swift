import CommandLineOptions
import PipelineClient
import StageContracts

/// `dip cancel`: takes a request back.
enum CancelCommand: Command {
    static let description = CommandDescription(
        name: "dip cancel",
        argument: ArgumentDescription("ID"),
        summary: "Takes a request back; what was made for it is deleted.",
        discussion: """
            The next stage that sees the request ends it as cancelled; --wait stays until then. A request that has ended
            already is refused. Where no request of that id is known, one that is still on its way is cancelled as it
            comes; the exit status is 1 then.
            """,
        options: [DipOptions.wait.description] + DipOptions.general,
        examples: [("Not needed any more", "dip cancel order-42 --wait")],
        notes: Help.exitStatus
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(CommandError) -> Int32 {
        let id = try arguments.requestID
        let answer = try cancel(id, session)
        if arguments[DipOptions.wait] { return try wait(id, session) }
        guard try session.find(id) != nil else {
            throw CommandError(
                exit: .failed,
                code: "not_found",
                message: "no request “\(id)” is known",
                advice: "one of that id that is on its way is cancelled as it comes"
            )
        }
        if session.console.isJSON { try Console.result(JSONReport.text(answer)) }
        session.console.note("Taken back. See it end with: \(session.watchLine(id))")
        return 0
    }

    private static func cancel(_ id: String, _ session: Session) throws(CommandError) -> JSONValue {
        do throws(APIError) {
            return try session.client.cancel(id)
        } catch {
            throw CommandError(error)
        }
    }

    /// Being cancelled is what was asked here; any other end is none.
    private static func wait(_ id: String, _ session: Session) throws(CommandError) -> Int32 {
        let document = try session.follow(id, .named)
        guard document.record.status == .cancelled else {
            throw CommandError(exit: .failed, code: "conflict", message: "the request has ended before")
        }
        if session.console.isJSON { try Console.result(JSONReport.text(document, [])) }
        return 0
    }
}
