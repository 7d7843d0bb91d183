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

    /// An answer.
    package init(requestId: String, status: String, statusUrl: String, eventsUrl: String?) {
        (self.requestId, self.status) = (requestId, status)
        (self.statusUrl, self.eventsUrl) = (statusUrl, eventsUrl)
    }

    /// What the status address asks for beside the record: the posting that was accepted, where another request may have
    /// the id that its caller chose.
    var statusQuery: String? {
        statusUrl.firstIndex(of: "?").map { String(statusUrl[statusUrl.index(after: $0)...]) }
    }
}
