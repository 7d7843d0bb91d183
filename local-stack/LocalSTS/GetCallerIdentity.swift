import LocalServiceKit
import LocalStore

extension STS {
    /// Answers who asks.
    struct GetCallerIdentity: ServiceAction {
        struct Output: Codable {
            var userID: String
            var account: String
            var arn: String
        }

        func perform(
            _ input: Nothing,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let account = context.location.account
            return Output(userID: account, account: account, arn: "arn:aws:iam::\(account):root")
        }
    }
}
