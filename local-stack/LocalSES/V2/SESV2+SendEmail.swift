import LocalServiceKit
import LocalStore

extension SESV2 {
    /// Sends a mail, which SES assembles or the sender has.
    struct SendEmail: ServiceAction {
        struct Raw: Codable {
            var data: Blob
        }

        struct Template: Codable {
            var templateName: String?
        }

        struct Content: Codable {
            var simple: MailContent?
            var raw: Raw?
            var template: Template?
        }

        struct Input: Codable {
            var fromEmailAddress: String?
            var destination: MailDestination?
            var replyToAddresses: [String]?
            var content: Content
        }

        struct Output: Codable {
            var messageID: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let mail = try mail(input, context.location, database.now)
            return Output(messageID: try database.send(mail, in: context.location))
        }

        private func mail(
            _ input: Input,
            _ location: Location,
            _ now: Timestamp
        ) throws(ServiceError) -> SentMail {
            if let simple = input.content.simple {
                guard let sender = input.fromEmailAddress else {
                    throw .invalidMail("Missing required header 'From'.")
                }
                let destination = input.destination ?? MailDestination()
                var mail = SentMail(from: sender, to: destination, in: location, at: now)
                mail.replyToAddresses = input.replyToAddresses
                try mail.setContent(simple)
                return mail
            }
            if let raw = input.content.raw {
                let message = try RawMail(raw.data.bytes)
                return try message.mail(from: input.fromEmailAddress, to: input.destination, location, now)
            }
            let template = input.content.template?.templateName ?? ""
            throw ServiceError("NotFoundException", "Template \(template) does not exist.", status: 404)
        }
    }
}
