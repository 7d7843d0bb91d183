import PipelineRuntime
import StageContracts

/// A mail about the end of a request: a subject, and the same content as text and as HTML.
struct Mail: Equatable {
    let subject: String
    let text: String
    let html: String
    /// The pictures that the HTML shows.
    let previews: [EmailAttachment]

    /// The mail about a finished or failed request.
    ///
    /// - Parameters:
    ///   - record: The request's record, at its end.
    ///   - files: Its outputs.
    ///   - expiry: When the links to them end to work.
    init(about record: Record, files: [MailedOutput], expiry: Timestamp) {
        let content = MailContent(about: record, files: files, expiry: expiry)
        subject = content.subject
        text = content.text
        html = content.html
        previews = files.compactMap(\.preview)
    }
}
