import PipelineRuntime
import StageContracts

/// One delivery of one message, while it is dealt with.
struct Delivery {
    /// The delivery as leases name it.
    let owner: Lease.Owner
    /// The message, freed of what SNS wrapped around it.
    let message: IncomingMessage
    /// Measures what becomes of it.
    let meter: JobMeter
    /// Writes lines that carry the message's id, and the request's once that is known.
    var log: Logger

    /// Whether an earlier delivery of this very message may have died before it told what it had recorded, or this one has
    /// recorded it: any other delivery tells its own.
    func mayHaveToTell(_ stored: StoredRecord) -> Bool {
        stored.lease.owner == owner || owner.receiveCount > 1
    }

    /// The same delivery, whose lines carry the request's id.
    func logging(_ stored: StoredRecord) -> Delivery {
        var copy = self
        copy.log = log.with(["request": .string(stored.record.requestId.text)])
        return copy
    }
}
