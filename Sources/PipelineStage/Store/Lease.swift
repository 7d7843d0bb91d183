import StageContracts

/// The right to work on a request for a time.
struct Lease: Equatable, Sendable {
    /// Who holds it, unique for each delivery of each message: `{invocation}/{message}/{receive count}`.
    let owner: String
    /// When it ends by itself; the holder's invocation is over then.
    let until: Timestamp

    /// The same lease, given back.
    var released: Lease { Lease(owner: owner, until: Timestamp(milliseconds: 0)) }

    func isLive(at now: Timestamp) -> Bool { now < until }

    /// Whether `next` belongs to a later delivery of the same message.
    ///
    /// A queue hands a message over again only once the earlier delivery is void: its time is over, or its receiver is gone.
    /// Should both work all the same, only one of them can write the record.
    func isVoid(for next: Lease) -> Bool {
        guard let own = delivery, let later = next.delivery else { return false }
        return own.message == later.message && own.receiveCount < later.receiveCount
    }

    private var delivery: (message: Substring, receiveCount: Int)? {
        let parts = owner.split(separator: "/")
        guard parts.count == 3, let count = Int(parts[2]) else { return nil }
        return (parts[1], count)
    }
}
