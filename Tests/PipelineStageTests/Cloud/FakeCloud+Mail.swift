import FoundationEssentials
import PipelineRuntime
import StageContracts

extension FakeCloud {
    func sendEmail(_ request: HTTPRequest) -> HTTPResponse {
        guard let mail = SentMail(request.input) else { return unexpected("a mail without its parts") }
        mails.append(mail)
        return .json(["MessageId": .string("mail-\(mails.count)")])
    }
}

/// A mail that SES took.
struct SentMail: Codable, Equatable {
    /// A picture inside it.
    struct Attachment: Codable, Equatable {
        let contentID: String
        let fileName: String
        let contentType: String
        let bytes: [UInt8]
    }

    let sender: String
    let recipients: [String]
    let subject: String
    let text: String
    let html: String
    /// Header fields of its own.
    let headers: [String: String]
    let attachments: [Attachment]

    init?(_ input: [String: JSONValue]) {
        let simple = input["Content"]?.members?["Simple"]?.members
        let body = simple?["Body"]?.members
        guard let sender = input["FromEmailAddress"]?.text,
            case .array(let recipients)? = input["Destination"]?.members?["ToAddresses"],
            let subject = simple?["Subject"]?.members?["Data"]?.text,
            let text = body?["Text"]?.members?["Data"]?.text,
            let html = body?["Html"]?.members?["Data"]?.text
        else { return nil }
        self.sender = sender
        self.recipients = recipients.compactMap(\.text)
        (self.subject, self.text, self.html) = (subject, text, html)
        headers = Self.headers(simple?["Headers"])
        guard case .array(let files)? = simple?["Attachments"] else {
            attachments = []
            return
        }
        attachments = files.compactMap { Attachment($0.members ?? [:]) }
        guard attachments.count == files.count else { return nil }
    }

    private static func headers(_ input: JSONValue?) -> [String: String] {
        guard case .array(let fields)? = input else { return [:] }
        let pairs = fields.map { ($0.members?["Name"]?.text ?? "", $0.members?["Value"]?.text ?? "") }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension SentMail.Attachment {
    fileprivate init?(_ members: [String: JSONValue]) {
        guard let contentID = members["ContentId"]?.text, let contentType = members["ContentType"]?.text,
            let data = (members["RawContent"]?.text).flatMap({ Data(base64Encoded: $0) }),
            members["ContentDisposition"] == .string("INLINE"), let fileName = members["FileName"]?.text
        else { return nil }
        self.init(contentID: contentID, fileName: fileName, contentType: contentType, bytes: Array(data))
    }
}
