import LocalServiceKit

/// A page of subscriptions, as both lists answer it.
struct SubscriptionList: Codable, Sendable {
    var subscriptions: [SubscriptionEntry]
    var nextToken: String?

    init(_ page: Page<Subscription>) {
        subscriptions = page.elements.map(SubscriptionEntry.init)
        nextToken = page.nextToken
    }
}
