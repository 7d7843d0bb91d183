/// A file that travels with an email and is shown inside its HTML, where `<img src="cid:…">` names it.
package struct EmailAttachment: Sendable, Hashable {
    /// The name after `cid:`; letters, digits, `.`, `-` and `_`.
    package var contentID: String
    /// The name under which a reader may save it.
    package var fileName: String
    /// The media type.
    package var contentType: String
    /// The file.
    package var bytes: [UInt8]

    /// Makes an attachment.
    package init(contentID: String, fileName: String, contentType: String, bytes: [UInt8]) {
        self.contentID = contentID
        self.fileName = fileName
        self.contentType = contentType
        self.bytes = bytes
    }
}
