import StageContracts

/// The right to work on a request for a time.
struct Lease: Equatable, Sendable {
    /// Who holds it: unique for each delivery of each message.
    let owner: String
    /// When it ends by itself; the holder's invocation is over then.
    let until: Timestamp

    /// The same lease, given back.
    var released: Lease { Lease(owner: owner, until: Timestamp(milliseconds: 0)) }

    func isLive(at now: Timestamp) -> Bool { now < until }
}
