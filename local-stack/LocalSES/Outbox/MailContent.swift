/// What the API says of a mail's text, in both of its versions.
struct MailContent: Codable, Sendable {
    /// One text; which characters it was written in is of no interest here.
    struct Text: Codable, Sendable {
        var data: String
        var charset: String?
    }

    /// The two forms of the text.
    struct Body: Codable, Sendable {
        var text: Text?
        var html: Text?
    }

    var subject: Text
    var body: Body
    var headers: [MailHeader]?
    var attachments: [MailAttachment]?
}
