import StageContracts

/// A record as the table keeps it, with what only the stages need.
struct StoredRecord: Equatable, Sendable {
    /// What `GET /requests/{id}` answers.
    let record: Record
    /// The request's text; see `IncomingRequest.text`.
    let requestText: String
    /// Counts the writes; every write names the version it changes.
    let version: Int
    /// Who works on it, or did last.
    let lease: Lease
    /// The posting that made it, where it came by the API.
    var submission: Submission?
    /// When its caller took it back, if that was asked for.
    var cancelRequestedAt: Timestamp?
}

extension StoredRecord {
    /// What the caller asks for, or what is wrong with it.
    var request: Result<ProcessingRequest, InvalidRequest> {
        Result { () throws(InvalidRequest) in try ProcessingRequest(reading: Array(requestText.utf8)) }
    }

    /// What can be understood of the puzzle that is asked for, whatever else is wrong.
    var puzzleDraft: PuzzleDraft? { PuzzleDraft(salvaging: Array(requestText.utf8)) }

    /// Whether its caller took the request back and it has not ended yet.
    var isCancelRequested: Bool { cancelRequestedAt != nil && !record.status.isTerminal }

    /// Whether both are the same version by the same writer; a caller who takes the request back is none.
    func isSameWrite(as other: StoredRecord) -> Bool {
        var (own, other) = (self, other)
        (own.cancelRequestedAt, other.cancelRequestedAt) = (nil, nil)
        return own == other
    }

    /// Whether this is what was written first.
    var isNew: Bool { version == 1 }

    /// Whom the request concerns.
    var contact: RequestContact { RequestContact(salvaging: Array(requestText.utf8)) }
}
