import StageContracts

extension Admitter {
    /// The preprocessor's message: a caller's request, new or delivered again.
    ///
    /// The usual case is one write: the record is created as claimed, and only if there is one already it is read.
    func admitRequest(_ request: IncomingRequest, arrivedAt: Timestamp) throws(AdmissionError) -> Admission {
        var record = Record(requestId: request.id, source: request.source, createdAt: min(arrivedAt, now))
        begin(&record)
        if case .failure(let invalid) = request.content {
            record.stages[stage]?.finishedAt = now
            record.stages[stage]?.milliseconds = 0
            record.end(with: invalid.failure(at: stage), at: now)
        }
        do {
            let isOver = record.status.isTerminal
            let stored = try store.create(
                record,
                requestText: request.text,
                lease: isOver ? lease.released : lease
            )
            return isOver ? .settled(stored) : .claimed(stored)
        } catch .conflict(let existing?) {
            return try admitAgain(request, existing)
        } catch {
            throw .store(error)
        }
    }

    private func admitAgain(
        _ request: IncomingRequest,
        _ existing: StoredRecord
    ) throws(AdmissionError) -> Admission {
        guard existing.requestText == request.text else { return .superfluous(reason: Self.refusal) }
        switch existing.record.status {
        case .pending, .preprocessing: return try claim(existing)
        case .preprocessed, .processing, .processed, .failed, .cancelled: return .settled(existing)
        }
    }

    /// Why a request with the id of another one is refused.
    static let refusal = "another request has this id already; it is left untouched"
}

extension IncomingRequest {
    /// The original that the request names, if that can be read.
    var source: ImageSource? {
        guard case .success(let request) = content else { return nil }
        return request.source
    }
}
