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
                limit: ListPage<Subscription>.size + 1,
                .text(context.location.account),
                .text(context.location.region),
                .integer(ListPage<Subscription>.key(ofToken: input.nextToken))
            )
            return SubscriptionList(ListPage(found) { $0.id })
        }
    }
}
