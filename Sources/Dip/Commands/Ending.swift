import PipelineClient

/// The end of a request that was followed: its outputs are fetched and it is reported.
struct Ending {
    let session: Session
    let document: RecordDocument
    /// Whether the links were signed a moment ago.
    var hasNewLinks = false

    /// Reports the request; one that failed ends the command with its failure.
    func report(folder: String?) throws(CommandError) -> Int32 {
        let failure = CommandError(document.record)
        let files = failure == nil ? try fetch(into: folder) : []
        let report = RecordReport(record: document.record, files: files)
        if session.console.isJSON {
            try Console.result(JSONReport.text(document, files))
        } else {
            try Console.result(report.outputs)
        }
        report.warnings.forEach(session.console.note)
        return failure.map { session.console.report($0, json: false) } ?? 0
    }

    private func fetch(into folder: String?) throws(CommandError) -> [SavedOutput] {
        guard let folder else { return [] }
        do throws(APIError) {
            return try OutputFolder(folder, client: session.client).fetch(document.record)
        } catch {
            if case .link = error, !hasNewLinks {
                session.console.note("Links have expired; new ones are asked for.")
                return try Ending(
                    session: session,
                    document: session.renewLinks(of: document),
                    hasNewLinks: true
                )
                .fetch(into: folder)
            }
            var failure = CommandError(error)
            if case .file = error {
                failure = CommandError(exit: .failed, code: "output_failed", message: failure.message)
            }
            throw failure
        }
    }
}
