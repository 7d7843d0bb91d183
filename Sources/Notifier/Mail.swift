import StageContracts

/// A mail about the end of a request: a subject, and the same content as text and as HTML.
struct Mail: Equatable {
    let subject: String
    let text: String
    let html: String

    /// The mail about a finished or failed request.
    ///
    /// - Parameters:
    ///   - record: The request's record, at its end.
    ///   - links: One for each output of the record, in their order.
    ///   - lifetime: How long the links work.
    init(about record: Record, links: [String], lifetime: Duration) {
        let content = MailContent(about: record, links: links, lifetime: lifetime)
        subject = content.subject
        text = content.text
        html = content.html
    }
}
