/// Whom a request concerns, as far as that can be read from it.
///
/// A request that breaks the contract still has an owner who must be told, and a region whose subscribers wait.
package struct RequestContact: Equatable, Sendable {
    /// The owner's mail address; nil for a puzzle, whose owner learns of it by events alone.
    package let email: EmailAddress?
    /// The owner's endpoint for signed callbacks.
    package let webhook: WebAddress?
    /// The channel on which people watch.
    package let channel: ChannelName?
    /// Words that travel with every event.
    package let attributes: Attributes

    /// The contact of a request that was read.
    package init(_ request: ProcessingRequest) {
        email = request.puzzle == nil ? request.notify?.email : nil
        webhook = request.notify?.webhook
        channel = request.notify?.channel
        attributes = request.attributes
    }

    /// What can be salvaged of a request, whatever else is wrong with it; hostile text gives an empty contact.
    package init(salvaging bytes: [UInt8]) {
        let members = (try? JSONValue(parsing: bytes))?.members ?? [:]
        let scratch = ProblemList()
        let notify = members["notify"]?.members ?? [:]
        let reader = ObjectReader(notify, at: .root, problems: scratch)
        email = members["puzzle"] == nil ? reader.text("email") : nil
        webhook = reader.text("webhook")
        channel = reader.text("channel")
        let read: Attributes? = members["attributes"].flatMap {
            ObjectReader.read($0, at: .root, problems: scratch)
        }
        attributes = read ?? .none
    }
}
