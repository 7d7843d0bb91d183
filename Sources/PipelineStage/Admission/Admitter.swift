import PipelineRuntime
import StageContracts

/// Decides what a message means for its request, and claims the request if there is work to do.
struct Admitter {
    let stage: StageName
    let store: RecordStore
    /// The claim that is laid on a request.
    let lease: Lease
    /// Where webhooks may go.
    let webhookAddresses: HTTPAddressPolicy
    /// The present moment.
    let now: Timestamp

    /// Admits a message.
    func admit(_ message: IncomingMessage) throws(AdmissionError) -> Admission {
        switch stage {
        case .preprocess: try admitRequest(try request(message), arrivedAt: message.sentAt ?? now)
        case .process: try admitPreprocessed(message)
        case .notify: try admitOutcome(message)
        }
    }

    /// Claims a request whose stage has work to do, unless another delivery holds it.
    ///
    /// - Parameters:
    ///   - stored: The request.
    ///   - goesOn: Whether the message has the rest of an attempt, so that it begins none.
    ///   - change: What becomes of its record besides.
    /// - Returns: The claim, or why there is none.
    /// - Throws: When the table did not take it.
    func claim(
        _ stored: StoredRecord,
        goesOn: Bool = false,
        _ change: (inout Record) -> Void = { _ in }
    ) throws(AdmissionError) -> Admission {
        if stored.lease.isLive(at: now), !stored.lease.isVoid(for: lease) {
            return .busy(until: stored.lease.until)
        }
        if stored.isCancelRequested { return .cancelled(stored) }
        let isResumed = stored.lease.isReleased && stored.record.stages[stage] != nil
        var record = stored.record
        change(&record)
        if !goesOn || record.stages[stage] == nil { begin(&record) }
        return .claimed(try stored.replaced(with: record, lease: lease, in: store), isResumed: isResumed)
    }

    /// Writes the first record of a request that its sender took back before it came.
    ///
    /// One that was sent later is another request, which happens to have the same id: it goes its way.
    ///
    /// - Parameters:
    ///   - record: The record as it would be otherwise.
    ///   - request: The request.
    ///   - moment: When it was cancelled.
    ///   - arrivedAt: When it reached the queue.
    /// - Returns: What is stored.
    /// - Throws: When the table did not take it.
    func create(
        _ record: Record,
        of request: IncomingRequest,
        cancelRequestedAt moment: Timestamp,
        arrivedAt: Timestamp
    ) throws(AdmissionError) -> StoredRecord {
        var record = record
        if arrivedAt.milliseconds <= moment.milliseconds + Self.deliveryMilliseconds {
            record = Record(requestId: request.id, source: request.source, createdAt: min(arrivedAt, now))
            record.change { record throws(IllegalTransition) in try record.cancel(at: now) }
        }
        do {
            return try store.create(
                record,
                of: request,
                lease: record.status.isTerminal ? lease.released : lease,
                isCancelRequested: true
            )
        } catch {
            throw .store(error)
        }
    }

    /// How long a request may take from the API to the queue, at most: a minute.
    private static let deliveryMilliseconds = 60_000

    /// Notes in a record that the stage begins.
    func begin(_ record: inout Record) {
        let plan = StagePlan.of(stage)
        if let status = plan.works, record.status.successors.contains(status) {
            record.change { record throws(IllegalTransition) in
                try record.enter(status, at: now, progress: plan.progress.lowerBound)
            }
        }
        record.stages[stage] = StageRun(attempts: (record.stages[stage]?.attempts ?? 0) + 1, startedAt: now)
    }

    func request(_ message: IncomingMessage) throws(AdmissionError) -> IncomingRequest {
        do {
            return try IncomingRequest(message).guarded(by: webhookAddresses)
        } catch {
            throw .unreadable(error)
        }
    }

    /// The record of a request that another stage speaks of.
    func record(of id: RequestID) throws(AdmissionError) -> StoredRecord {
        guard let stored = try load(id) else {
            throw .unreadable(UnreadableMessage(detail: "there is no record of request \(id)"))
        }
        return stored
    }

    /// Notes where a request's caller finds its answer, if it is not the one who made the record.
    func answer(_ request: IncomingRequest, with stored: StoredRecord) throws(AdmissionError) {
        do {
            try store.answer(request, with: stored)
        } catch {
            throw .store(error)
        }
    }

    func load(_ id: RequestID) throws(AdmissionError) -> StoredRecord? {
        do {
            return try store.load(id)
        } catch {
            throw .store(error)
        }
    }
}

extension StoredRecord {
    fileprivate func replaced(
        with record: Record,
        lease: Lease,
        in store: RecordStore
    ) throws(AdmissionError) -> StoredRecord {
        do {
            return try store.replace(self, with: record, lease: lease)
        } catch {
            throw .store(error)
        }
    }
}
