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
}

extension StoredRecord {
    /// What the caller asks for, or what is wrong with it.
    var request: Result<ProcessingRequest, InvalidRequest> {
        Result { () throws(InvalidRequest) in try ProcessingRequest(reading: Array(requestText.utf8)) }
    }

    /// Whether this is what was written first.
    var isNew: Bool { version == 1 }

    /// Whom the request concerns.
    var contact: RequestContact { RequestContact(salvaging: Array(requestText.utf8)) }
}
