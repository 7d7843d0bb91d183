import CommandLineOptions
import PipelineClient
import StageContracts

/// What commands that submit a request have in common: upload, post, and follow if that is wanted.
struct RequestSubmission {
    let arguments: Arguments
    let session: Session

    /// Posts a request and answers the command's exit status.
    func run(_ request: RequestBuilder) throws(CommandError) -> Int32 {
        var request = request
        guard request.hasWish else {
            throw CommandError(arguments.refusal("say what to make, by --preset, --rendition or --request"))
        }
        let source = try Source(arguments)
        guard source != nil || request.hasSource else {
            throw CommandError(arguments.refusal("PHOTO is missing"))
        }
        // Whatever can be known to go wrong is said before anything is sent.
        try request.check(source)
        let folder = arguments[DipOptions.output]
        if let folder { try session.check(folder) }
        if let source { request.set("source", try source.uploaded(session, for: request.id)) }
        let accepted = try post(request)
        guard arguments[DipOptions.wait] || folder != nil else { return try leave(accepted, request.id) }
        session.console.note("Request \(accepted.requestId)")
        let document = try session.follow(accepted.requestId, .accepted(accepted))
        return try Ending(session: session, document: document).report(folder: folder)
    }

    private func post(_ request: RequestBuilder) throws(CommandError) -> AcceptedRequest {
        do throws(APIError) {
            return try session.client.ask(request.encoded)
        } catch {
            throw CommandError(error)
        }
    }

    /// Nobody else has an id that the API gave; whether that is so for another, shows when the request is taken up.
    private func leave(_ accepted: AcceptedRequest, _ ownID: String?) throws(CommandError) -> Int32 {
        if ownID != nil, let document = try session.beginning(of: accepted),
            let failure = CommandError(document.record), document.record.requestId.text != accepted.requestId
        {
            throw failure
        }
        try Console.result(session.console.isJSON ? JSONReport.text(accepted) : accepted.requestId)
        session.console.note("Accepted. Watch it with: \(session.watchLine(accepted.requestId))")
        return 0
    }
}
