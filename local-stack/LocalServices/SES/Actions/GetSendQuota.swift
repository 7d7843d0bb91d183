import LocalStore

extension SES {
    /// Answers how many mails the account may send and has sent.
    enum GetSendQuota: ServiceAction {
        static func perform(
            _ input: Nothing,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SendQuota {
            try database.sendQuota(in: context.location)
        }
    }
}
