import PipelineRuntime
import StageContracts

extension Admitter {
    /// The preprocessor's message: a caller's request, new or delivered again.
    ///
    /// The usual case is one write: the record is created as claimed, and only if there is one already it is read. A
    /// request that breaks the contract ends with it, unless it has a puzzle that can be held against its picture first.
    func admitRequest(_ request: IncomingRequest, arrivedAt: Timestamp) throws(AdmissionError) -> Admission {
        var record = request.record(createdAt: min(arrivedAt, now))
        begin(&record)
        if case .failure(let invalid) = request.content, request.puzzleDraft?.source == nil {
            record.stages[stage]?.finishedAt = now
            record.stages[stage]?.milliseconds = 0
            record.end(with: invalid.failure(at: stage), at: now)
        }
        do {
            let isOver = record.status.isTerminal
            let stored = try store.create(
                record,
                of: request,
                lease: isOver ? lease.released : lease
            )
            return isOver ? .settled(stored) : .claimed(stored)
        } catch .conflict(let existing?) {
            return try admitAgain(request, existing)
        } catch .cancelled(let moment) {
            let stored = try create(record, of: request, cancelRequestedAt: moment, arrivedAt: arrivedAt)
            return stored.record.status.isTerminal ? .settled(stored) : .claimed(stored)
        } catch {
            throw .store(error)
        }
    }

    private func admitAgain(
        _ request: IncomingRequest,
        _ existing: StoredRecord
    ) throws(AdmissionError) -> Admission {
        guard existing.asksTheSame(as: request) else { return try refuse(request) }
        try answer(request, with: existing)
        switch existing.record.status {
        case .pending, .preprocessing: return try claim(existing)
        case .preprocessed, .processing, .processed, .failed, .cancelled: return .settled(existing)
        }
    }

    /// Refuses a request whose id another one has: that one stays as it is, and this one's owner is told by a record of
    /// its own, which has failed.
    ///
    /// Its id follows from the request alone, so that the same request is refused once, however often it comes.
    func refuse(_ request: IncomingRequest) throws(AdmissionError) -> Admission {
        let digest = SHA256.digest(of: request.canonicalText.utf8).hexadecimal
        guard let id = request.id.refused(digest: digest) else { return .superfluous(reason: Self.refusal) }
        var record = Record(requestId: id, source: request.source, createdAt: now)
        begin(&record)
        let isOver = stage != .notify
        if isOver { record.stages[stage]?.finishedAt = now }
        let text = "Another request has the id \(request.id) already; it is left untouched."
        record.end(with: Failure(stage: .preprocess, code: .requestIDTaken, text: text), at: now)
        do {
            let stored = try store.create(
                record,
                of: request,
                lease: isOver ? lease.released : lease
            )
            try store.answer(request, with: stored)
            return isOver ? .settled(stored) : .claimed(stored)
        } catch .conflict(let existing?) where existing.asksTheSame(as: request) {
            try answer(request, with: existing)
            return .settled(existing)
        } catch .conflict {
            return .superfluous(reason: Self.refusal)
        } catch {
            throw .store(error)
        }
    }

    /// Why a request is ignored that has the id of another one, and whose refusal has one that is taken too.
    static let refusal = "another request has this id already; it is left untouched"
}

extension IncomingRequest {
    /// The original that the request names, if that can be read.
    var source: ImageSource? {
        guard case .success(let request) = content else { return ImageSource(salvaging: Array(text.utf8)) }
        return request.source
    }

    /// What can be understood of the puzzle that is asked for, whatever else is wrong.
    fileprivate var puzzleDraft: PuzzleDraft? { PuzzleDraft(salvaging: Array(text.utf8)) }

    /// The request's first record, with a warning where it names somebody who will not be told.
    func record(createdAt moment: Timestamp) -> Record {
        var record = Record(requestId: id, source: source, createdAt: moment)
        if RequestContact(salvaging: Array(text.utf8)).isToldByEventsAlone {
            record.warnings.append(.toldByEventsAlone)
        }
        return record
    }
}

extension Warning {
    fileprivate static let toldByEventsAlone = Warning(
        code: .notNotified,
        text:
            "The request has a puzzle, whose owner is told by events alone: no mail is sent, no webhook is called."
    )
}
