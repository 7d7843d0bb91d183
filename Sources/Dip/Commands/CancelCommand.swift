import PipelineClient
import StageContracts

/// `dip cancel`: takes a request back.
enum CancelCommand: Command {
    static let description = CommandDescription(
        name: "cancel",
        argument: "ID",
        isArgumentOptional: false,
        summary: "Takes a request back; what was made for it is deleted.",
        discussion: """
            The next stage that sees the request ends it as cancelled; --wait stays until then. A request that has ended
            already is refused.
            """,
        options: [.flag("--wait", "stay until the request has ended")],
        examples: [("Not needed any more", "dip cancel order-42 --wait")]
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(Complaint) -> Int32 {
        let id = arguments.argument ?? ""
        let answer = try cancel(id, session)
        if arguments.has("--wait") { return try wait(id, session) }
        if session.console.isJSON { Console.result(JSONReport.text(answer)) }
        session.console.note("Taken back. See it end with: \(session.watchLine(id.oneLine))")
        return 0
    }

    private static func cancel(_ id: String, _ session: Session) throws(Complaint) -> JSONValue {
        do throws(APIError) {
            return try session.client.cancel(id)
        } catch {
            throw Complaint(error)
        }
    }

    /// Being cancelled is what was asked here; any other end is none.
    private static func wait(_ id: String, _ session: Session) throws(Complaint) -> Int32 {
        let document = try session.follow(id, .named)
        guard document.record.status == .cancelled else {
            throw Complaint(exit: .failed, code: "conflict", message: "the request has ended before")
        }
        if session.console.isJSON { Console.result(JSONReport.text(document, [])) }
        return 0
    }
}
