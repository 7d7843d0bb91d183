import LocalServiceKit
import LocalStore

extension SES {
    /// Sends a mail that SES assembles.
    struct SendEmail: ServiceAction {
        struct Input: Codable {
            var source: String
            var destination: MailDestination
            var message: MailContent
            var replyToAddresses: [String]?
        }

        struct Output: Codable {
            var messageID: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            var mail = SentMail(
                from: input.source,
                to: input.destination,
                in: context.location,
                at: database.now
            )
            mail.replyToAddresses = input.replyToAddresses
            try mail.setContent(input.message)
            return Output(messageID: try database.send(mail, in: context.location))
        }
    }
}
