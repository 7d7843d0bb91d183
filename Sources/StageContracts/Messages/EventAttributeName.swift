/// The attributes that the pipeline itself gives an event, beside those of the request; a request cannot have them.
package enum EventAttributeName: String, CaseIterable, Sendable {
    /// The event's kind, as `EventKind` spells it.
    case type
    /// The status that the request has come to.
    case status
    /// The request's id.
    case requestId
    /// The channel on which the request is watched, where it has one.
    case channel
}
