import LocalServiceKit
import LocalStore

extension SES {
    /// Answers how many mails the account may send and has sent.
    struct GetSendQuota: ServiceAction {
        func perform(
            _ input: Nothing,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SendQuota {
            try database.sendQuota(in: context.location)
        }
    }
}
