/// What a stage, or the API, tells the next one: which request, and how far it is.
///
/// The record holds everything else.
package struct StageMessage: WireValue {
    /// The kinds of messages.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// The original is normalised; the file processor's turn.
        case preprocessed
        /// The request has ended; the notifier's turn.
        case outcome
        /// The request has ended, and its webhook is to be called: the notifier leaves that to a message of its own, so
        /// that an endpoint which does not answer holds up nobody's mail.
        case webhook
        /// Its caller wants new links to what was made; the notifier signs them.
        case links
    }

    /// How far the request is.
    package let kind: Kind
    /// The request concerned.
    package let requestId: RequestID

    /// A message about a request.
    package init(_ kind: Kind, requestId: RequestID) {
        self.kind = kind
        self.requestId = requestId
    }
}
