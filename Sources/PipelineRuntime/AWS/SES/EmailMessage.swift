/// An email of text, HTML or both.
package struct EmailMessage: Sendable, Hashable {
    /// The sender, `name@host` or `Name <name@host>`; SES must have verified it.
    package var sender: String
    /// The recipients, at least one and at most 50.
    package var recipients: [String]
    /// The subject.
    package var subject: String
    /// The body as HTML.
    package var html: String?
    /// The body as plain text, for those who do not show HTML.
    package var text: String?
    /// Where answers go; nobody, when empty, but the sender.
    var replyTo: [String]
    /// Further header fields, such as `List-Unsubscribe`.
    package var headers: [HTTPHeader]
    /// Pictures that the HTML shows.
    package var attachments: [EmailAttachment]

    /// Makes an email.
    package init(
        from sender: String,
        to recipients: [String],
        subject: String,
        html: String? = nil,
        text: String? = nil,
        replyTo: [String] = [],
        headers: [HTTPHeader] = [],
        attachments: [EmailAttachment] = []
    ) {
        self.sender = sender
        self.recipients = recipients
        self.subject = subject
        self.html = html
        self.text = text
        self.replyTo = replyTo
        self.headers = headers
        self.attachments = attachments
    }
}
