import StageContracts

/// The right to work on a request for a time.
struct Lease: Equatable, Sendable {
    /// Who holds it.
    let owner: Owner
    /// When it ends by itself; the holder's invocation is over then.
    let until: Timestamp

    /// The same lease, given back.
    var released: Lease { Lease(owner: owner, until: Timestamp(milliseconds: 0)) }

    /// Whether its holder gave it back; one whose holder died only ends.
    var isReleased: Bool { until.milliseconds == 0 }

    func isLive(at now: Timestamp) -> Bool { now < until }

    /// Whether `next` belongs to a later delivery of the same message.
    ///
    /// A queue hands a message over again only once the earlier delivery is void: its time is over, or its receiver is gone.
    /// Should both work all the same, only one of them can write the record.
    func isVoid(for next: Lease) -> Bool {
        owner.message == next.owner.message && owner.receiveCount < next.owner.receiveCount
    }
}

extension Lease {
    /// One delivery of one message to one invocation; no two are the same.
    struct Owner: Equatable, Sendable {
        /// The invocation's request id.
        let invocation: String
        /// The message's id.
        let message: String
        /// How often the message has been delivered, this time included.
        let receiveCount: Int

        /// As the table keeps it: `{invocation}/{message}/{receive count}`.
        var text: String { "\(invocation)/\(message)/\(receiveCount)" }
    }
}

extension Lease.Owner {
    /// Reads what `text` writes; nil for anything else.
    init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let count = Int(parts[2]) else { return nil }
        self.init(invocation: String(parts[0]), message: String(parts[1]), receiveCount: count)
    }
}
