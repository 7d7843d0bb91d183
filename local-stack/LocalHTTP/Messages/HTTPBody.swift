/// A request's body, received to its end.
package enum HTTPBody: Sendable {
    /// The bytes, as `BodyPlan.memory` asked for.
    case bytes([UInt8])
    /// The sink of `BodyPlan.sink`; its `finish` has returned.
    case received(any BodySink)
}
