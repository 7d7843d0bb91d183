import FoundationEssentials

/// The body of `SendEmail`.
struct SendEmailRequest: Encodable, Sendable {
    private let sender: String?
    private let destination: Destination
    private let replyTo: [String]?
    private let content: Content

    private enum CodingKeys: String, CodingKey {
        case sender = "FromEmailAddress"
        case destination = "Destination"
        case replyTo = "ReplyToAddresses"
        case content = "Content"
    }

    /// An email that SES assembles.
    init(_ message: EmailMessage) {
        sender = message.sender
        destination = Destination(recipients: message.recipients)
        replyTo = message.replyTo.isEmpty ? nil : message.replyTo
        content = Content(
            simple: Simple(
                subject: Part(message.subject),
                body: Body(html: message.html.map(Part.init), text: message.text.map(Part.init)),
                headers: message.headers.isEmpty ? nil : message.headers.map(Header.init),
                attachments: message.attachments.isEmpty ? nil : message.attachments.map(Attachment.init)
            )
        )
    }
}

private struct Destination: Encodable {
    let recipients: [String]

    enum CodingKeys: String, CodingKey {
        case recipients = "ToAddresses"
    }
}

private struct Content: Encodable {
    let simple: Simple

    enum CodingKeys: String, CodingKey {
        case simple = "Simple"
    }
}

private struct Simple: Encodable {
    let subject: Part
    let body: Body
    let headers: [Header]?
    let attachments: [Attachment]?

    enum CodingKeys: String, CodingKey {
        case subject = "Subject"
        case body = "Body"
        case headers = "Headers"
        case attachments = "Attachments"
    }
}

private struct Attachment: Encodable {
    let contentID: String
    let fileName: String
    let contentType: String
    let bytes: Data
    let disposition = "INLINE"
    let transferEncoding = "BASE64"

    init(_ attachment: EmailAttachment) {
        contentID = attachment.contentID
        fileName = attachment.fileName
        contentType = attachment.contentType
        bytes = Data(attachment.bytes)
    }

    enum CodingKeys: String, CodingKey {
        case contentID = "ContentId"
        case fileName = "FileName"
        case contentType = "ContentType"
        case bytes = "RawContent"
        case disposition = "ContentDisposition"
        case transferEncoding = "ContentTransferEncoding"
    }
}

private struct Body: Encodable {
    let html: Part?
    let text: Part?

    enum CodingKeys: String, CodingKey {
        case html = "Html"
        case text = "Text"
    }
}

private struct Part: Encodable {
    let data: String
    let charset = "UTF-8"

    init(_ text: String) {
        data = text
    }

    enum CodingKeys: String, CodingKey {
        case data = "Data"
        case charset = "Charset"
    }
}

private struct Header: Encodable {
    let name: String
    let value: String

    init(_ header: HTTPHeader) {
        name = header.name
        value = header.value
    }

    enum CodingKeys: String, CodingKey {
        case name = "Name"
        case value = "Value"
    }
}
