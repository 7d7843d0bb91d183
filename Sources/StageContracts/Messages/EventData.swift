/// What an event says about its request.
package struct EventData: Codable, Equatable, Sendable {
    /// The request.
    package let requestId: RequestID
    /// Where it stands.
    package let status: Status
    /// Percent of the work that is done.
    package let progress: Int
    /// The channel on which people watch.
    package let channel: ChannelName?
    /// The caller's words about the request.
    package let attributes: Attributes
    /// The files made, once the request has ended.
    package let outputs: [Output]?
    /// The puzzle that was cut, once the request has ended.
    package let puzzle: CutPuzzle?
    /// Why it failed, if it did.
    package let failure: Failure?
}
