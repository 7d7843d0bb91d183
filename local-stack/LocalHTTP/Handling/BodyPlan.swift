/// What happens to a request's body, decided by its head.
package enum BodyPlan: Sendable {
    /// It is collected in memory; a longer one is answered 413.
    case memory(maximumByteCount: Int)
    /// It is handed on while it arrives.
    case sink(any BodySink)
    /// The request is answered without it.
    case refuse(HTTPResponse)
}
