import LocalServiceKit

/// The two forms of a mail's text, in the outbox's own names.
struct MailBody: Encodable, Sendable {
    var text: String?
    var html: String?

    private enum CodingKeys: String, CodingKey {
        case text = "=text_part"
        case html = "=html_part"
    }

    /// Writes both members; one that is missing is null.
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(text.map(WireValue.string) ?? .null, forKey: .text)
        try members.encode(html.map(WireValue.string) ?? .null, forKey: .html)
    }
}
