import LocalServiceKit
import LocalStore

extension SES {
    /// Sends a message that its sender has put together.
    struct SendRawEmail: ServiceAction {
        struct RawMessage: Codable {
            var data: Blob
        }

        struct Input: Codable {
            var source: String?
            var destinations: [String]?
            var rawMessage: RawMessage
        }

        struct Output: Codable {
            var messageID: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let mail = try RawMail(input.rawMessage.data.bytes).mail(
                from: input.source,
                to: input.destinations.map { MailDestination(toAddresses: $0) },
                context.location,
                database.now
            )
            return Output(messageID: try database.send(mail, in: context.location))
        }
    }
}
