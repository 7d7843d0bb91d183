import PipelineClient
import StageContracts

/// `dip cancel`: ends a request before its time.
enum CancelCommand: Command {
    static let description = CommandDescription(
        name: "cancel",
        argument: "ID",
        isArgumentOptional: false,
        summary: "Ends a request; nothing of it is left behind.",
        discussion: "A request that has ended already is refused.",
        options: [],
        examples: [("Not needed any more", "dip cancel order-42")]
    )

    static func run(_ arguments: Arguments, _ session: Session) throws(Complaint) -> Int32 {
        let id = arguments.argument ?? ""
        do throws(APIError) {
            try session.client.cancel(id)
        } catch {
            throw Complaint(error)
        }
        if session.console.isJSON {
            let status = Status.cancelled.rawValue
            Console.result(JSONReport.text(.object(["requestId": .string(id), "status": .string(status)])))
        }
        session.console.note("Cancelled \(id.oneLine).")
        return 0
    }
}
