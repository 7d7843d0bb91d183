import FoundationEssentials
import LocalServiceKit
import LocalStore

/// A mail in the outbox; its members are those that LocalStack's page shows, and a few more.
struct SentMail: Encodable, Sendable {
    let id: String
    let region: String
    let timestamp: String
    let source: String
    var destination: MailDestination
    var subject: String?
    var body: MailBody?
    var replyToAddresses: [String]?
    var headers: [MailHeader]?
    var attachments: [MailAttachment]?
    var rawData: String?

    /// A mail that is sent now.
    init(from source: String, to destination: MailDestination, in location: Location, at now: Timestamp) {
        // As SES writes ids: the time in hexadecimal digits, then what is unique.
        let time = String(now.milliseconds, radix: 16)
        id = String(repeating: "0", count: max(0, 16 - time.count)) + time + "-\(UUID.new)-000000"
        region = location.region
        // Whole seconds without a time zone, as LocalStack's page has it.
        timestamp = String(now.iso8601.prefix(19))
        self.source = source
        self.destination = destination
    }

    /// Takes over what the API says of the mail's text.
    mutating func setContent(_ content: MailContent) throws(ServiceError) {
        guard content.body.text != nil || content.body.html != nil else {
            throw .invalidMail("Body must have a text or an HTML part.")
        }
        for header in content.headers ?? [] { try header.check() }
        subject = content.subject.data
        body = MailBody(text: content.body.text?.data, html: content.body.html?.data)
        headers = content.headers
        attachments = content.attachments
    }
}
