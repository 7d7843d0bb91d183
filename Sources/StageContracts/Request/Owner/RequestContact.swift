/// Whom a request concerns, as far as that can be read from it.
///
/// A request that breaks the contract still has an owner who must be told, and a region whose subscribers wait.
package struct RequestContact: Equatable, Sendable {
    /// The owner's mail address; nil where a puzzle is asked for, whose owner is told by events alone.
    package let email: EmailAddress?
    /// The owner's endpoint for signed callbacks; nil where a puzzle is asked for.
    package let webhook: WebAddress?
    /// The channel on which people watch.
    package let channel: ChannelName?
    /// Words that travel with every event.
    package let attributes: Attributes
    /// Whether a puzzle is asked for, so that nobody is told by mail or webhook.
    package let hasPuzzle: Bool
    /// Whether an address or an endpoint is left out here that the request names: it asks for a puzzle.
    package let isToldByEventsAlone: Bool

    /// The contact of a request that was read.
    package init(_ request: ProcessingRequest) {
        self.init(
            request.notify?.email,
            request.notify?.webhook,
            request.notify?.channel,
            request.attributes,
            hasPuzzle: request.puzzle != nil
        )
    }

    /// What can be salvaged of a request, whatever else is wrong with it; hostile text gives an empty contact.
    package init(salvaging bytes: [UInt8]) {
        let members = (try? JSONValue(parsing: bytes))?.members ?? [:]
        let scratch = ProblemList()
        let notify = members["notify"]?.members ?? [:]
        let reader = ObjectReader(notify, at: .root, problems: scratch)
        let attributes: Attributes? = members["attributes"].flatMap {
            ObjectReader.read($0, at: .root, problems: scratch)
        }
        self.init(
            reader.text("email"),
            reader.text("webhook"),
            reader.text("channel"),
            attributes ?? .none,
            hasPuzzle: members["puzzle"] != nil
        )
    }

    private init(
        _ email: EmailAddress?,
        _ webhook: WebAddress?,
        _ channel: ChannelName?,
        _ attributes: Attributes,
        hasPuzzle: Bool
    ) {
        self.email = hasPuzzle ? nil : email
        self.webhook = hasPuzzle ? nil : webhook
        (self.channel, self.attributes, self.hasPuzzle) = (channel, attributes, hasPuzzle)
        isToldByEventsAlone = hasPuzzle && (email != nil || webhook != nil)
    }
}
