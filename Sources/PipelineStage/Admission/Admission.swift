import StageContracts

/// What a message means for its request, found out before any work.
enum Admission: Sendable {
    /// The request is this delivery's to work on; `isResumed` where the stage's last attempt gave it back in good order, and
    /// so has told already what an attempt tells.
    case claimed(StoredRecord, isResumed: Bool = false)
    /// The stage's work is done; what follows from it is to be published, in case it was not.
    case settled(StoredRecord)
    /// The caller took the request back: what was made for it is to be removed, and it ends.
    case cancelled(StoredRecord)
    /// The request has ended and its caller wants links that are new.
    case links(StoredRecord)
    /// Another delivery works on the request until then.
    case busy(until: Timestamp)
    /// The message asks for nothing that is not done or refused already; why, for the log.
    case superfluous(reason: String)
}
