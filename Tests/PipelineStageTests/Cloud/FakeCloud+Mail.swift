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
struct SentMail: Equatable {
    let sender: String
    let recipients: [String]
    let subject: String
    let text: String
    let html: String

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
    }
}
