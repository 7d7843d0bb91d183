/// What the API answers to a request that it has taken.
package struct AcceptedRequest: Codable, Equatable, Sendable {
    /// The request's id.
    package let requestId: String
    /// Where it stands: `pending`.
    package let status: String
    /// Where its record is.
    package let statusUrl: String
    /// Where its events can be watched; not every API has them.
    package let eventsUrl: String?
}
