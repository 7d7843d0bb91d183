import LocalServiceKit

/// A file that goes with a mail; the outbox keeps it as base64.
struct MailAttachment: Codable, Sendable {
    var fileName: String
    var rawContent: Blob
    var contentType: String?
    var contentDisposition: String?
    var contentDescription: String?
    var contentID: String?
    var contentTransferEncoding: String?
}
