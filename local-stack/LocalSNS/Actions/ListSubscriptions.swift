import LocalServiceKit
import LocalStore

extension SNS {
    /// Lists the subscriptions to all topics of an account and region, a hundred at a time.
    struct ListSubscriptions: ServiceAction {
        struct Input: Codable {
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SubscriptionList {
            let found = try database.subscriptions(
                where: "t.account = ? AND t.region = ? AND s.id > ?",
                limit: SNS.pageSize + 1,
                .text(context.location.account),
                .text(context.location.region),
                .integer(SNS.start(ofPage: input.nextToken))
            )
            return SubscriptionList(Page(found, size: SNS.pageSize) { String($0.id) })
        }
    }
}
