import StageContracts

extension Admitter {
    /// The notifier's message: the outcome of a request, a wish for new links, or a dead letter of another stage.
    ///
    /// Which one follows from its form, whatever the queue is called.
    func admitOutcome(_ message: IncomingMessage) throws(AdmissionError) -> Admission {
        switch StageMessage(message) {
        case let outcome? where outcome.kind == .outcome || outcome.kind == .webhook:
            return try admitEnded(try record(of: outcome.requestId), goesOn: outcome.kind == .webhook)
        case let wish? where wish.kind == .links: return try admitLinks(of: wish.requestId)
        case let dead?:
            return try giveUp(try record(of: dead.requestId), at: .process)
        case nil:
            return try giveUp(try request(message), arrivedAt: message.sentAt ?? now)
        }
    }

    /// The notifier's turn, or with `goesOn` the rest of it, which its own message has.
    private func admitEnded(
        _ stored: StoredRecord,
        goesOn: Bool = false
    ) throws(AdmissionError) -> Admission {
        guard stored.record.status.isTerminal else {
            throw .premature(detail: "the request is \(stored.record.status.rawValue)")
        }
        let isTold = stored.record.stages.notify?.finishedAt != nil
        // Nobody is told by mail or webhook that a request was cancelled: its caller knows, and events say it.
        guard !isTold, stored.record.status != .cancelled else { return .settled(stored) }
        return try claim(stored, goesOn: goesOn)
    }

    /// A wish for new links, which whoever knows the API can send under any id: it does nothing to a request that has no
    /// files, and waits for whoever has the request in hand.
    private func admitLinks(of id: RequestID) throws(AdmissionError) -> Admission {
        guard let stored = try loadRecord(id) else {
            return .superfluous(reason: "there is no record of request \(id)")
        }
        guard stored.record.status == .processed else {
            return .superfluous(reason: "the request is \(stored.record.status.rawValue): it has no links")
        }
        guard !stored.lease.isLive(at: now) else {
            throw .premature(detail: "another delivery has the request in hand")
        }
        return .links(stored)
    }

    /// Fails a request that the preprocessor could not deal with, whether it came to a record or not.
    private func giveUp(_ request: IncomingRequest, arrivedAt: Timestamp) throws(AdmissionError) -> Admission
    {
        if let stored = try loadRecord(request.id) {
            guard stored.asksTheSame(as: request) else { return try refuse(request) }
            try answer(request, with: stored)
            return try giveUp(stored, at: .preprocess)
        }
        var record = request.record(createdAt: min(arrivedAt, now))
        record.end(with: request.failure(givenUpAt: .preprocess), at: now)
        begin(&record)
        do {
            return .claimed(try store.create(record, of: request, lease: lease))
        } catch .cancelled(let moment) {
            let stored = try create(record, of: request, cancelRequestedAt: moment, arrivedAt: arrivedAt)
            return stored.record.status == .cancelled ? .settled(stored) : .claimed(stored)
        } catch {
            throw .store(error)
        }
    }

    /// The record of a request; nil where there is none, though its sender may have taken it back.
    private func loadRecord(_ id: RequestID) throws(AdmissionError) -> StoredRecord? {
        do {
            return try load(id)
        } catch .store(.cancelled) {
            return nil
        }
    }

    /// Fails a request on which a stage was given up, unless it has ended or gone past that stage.
    private func giveUp(_ stored: StoredRecord, at dead: StageName) throws(AdmissionError) -> Admission {
        switch (stored.record.status, dead) {
        case (.processed, _), (.failed, _), (.cancelled, _):
            return try admitEnded(stored)
        case (.processing, .preprocess):
            return .superfluous(reason: "the file processor has the request in hand")
        default:
            return try claim(stored) { $0.end(with: Failure(stage: dead, code: .deadLetter), at: now) }
        }
    }
}

extension IncomingRequest {
    /// Why the request failed: what is wrong with it, else that the stage was given up.
    fileprivate func failure(givenUpAt stage: StageName) -> Failure {
        switch content {
        case .success: Failure(stage: stage, code: .deadLetter)
        case .failure(let invalid): invalid.failure(at: stage)
        }
    }
}
