import PipelineRuntime
import StageContracts

/// Writes what happens to a claimed request into its record.
struct RecordKeeper {
    let stage: StageName
    let services: StageServices
    let clock: any WallClock

    private var now: Timestamp { Timestamp(clock.now) }

    /// Shows progress and publishes it; an event that cannot be published is only missed.
    func show(_ percent: Int, of stored: StoredRecord, log: Logger) throws(StageFailure) -> StoredRecord {
        var record = stored.record
        record.advance(to: percent, at: now)
        let shown = try write(record, over: stored, lease: stored.lease)
        do {
            try services.publisher.publishEvent(of: shown)
        } catch {
            log.warn("a progress event was not published", ["detail": "\(error)"])
        }
        return shown
    }

    /// Writes changes while the work goes on.
    func save(_ changes: [RecordChanges], to stored: StoredRecord) throws(StageFailure) -> StoredRecord {
        var record = stored.record
        for change in changes { change.apply(to: &record) }
        return try write(record, over: stored, lease: stored.lease)
    }

    /// Writes that the stage's work is done.
    func complete(_ job: Job) throws(StageFailure) -> StoredRecord {
        var record = job.wholeRecord
        finish(&record, job)
        let plan = StagePlan.of(stage)
        if let status = plan.ends {
            record.change { record throws(IllegalTransition) in
                try record.enter(status, at: now, progress: plan.progress.upperBound)
            }
        }
        return try write(record, over: job.claimed, lease: job.claimed.lease.released)
    }

    /// Writes that the stage refused the request; the notifier, which cannot fail a request, leaves a warning.
    func reject(_ job: Job, _ rejection: Rejection) throws(StageFailure) -> StoredRecord {
        var record = job.wholeRecord
        finish(&record, job)
        if record.status.isTerminal {
            let text = "The owner could not be told."
            RecordChanges(warnings: [Warning(code: .notNotified, text: text)]).apply(to: &record)
        } else {
            record.end(with: rejection.failure(at: stage), at: now)
        }
        return try write(record, over: job.claimed, lease: job.claimed.lease.released)
    }

    /// Writes that the request is cancelled; what was made for it is gone by then.
    func cancel(_ stored: StoredRecord) throws(StageFailure) -> StoredRecord {
        var record = stored.record
        record.change { record throws(IllegalTransition) in try record.cancel(at: now) }
        return try write(record, over: stored, lease: stored.lease.released)
    }

    /// Gives the request back, so that the next delivery need not wait for the lease to end.
    ///
    /// A result that could not be written at first is tried again, so that nobody is told twice.
    func release(_ job: Job) throws(StageFailure) -> StoredRecord {
        var record = job.wholeRecord
        noteWork(of: job, in: &record)
        return try write(record, over: job.claimed, lease: job.claimed.lease.released)
    }

    private func finish(_ record: inout Record, _ job: Job) {
        noteWork(of: job, in: &record)
        record.stages[stage]?.finishedAt = now
        record.noteChange(at: now)
    }

    /// Notes the time that the work took, beside what another message of the same attempt has done.
    private func noteWork(of job: Job, in record: inout Record) {
        guard var run = record.stages[stage] else { return }
        let start = run.milliseconds == nil ? run.startedAt : job.startedAt
        run.milliseconds = (run.milliseconds ?? 0) + max(0, now.milliseconds - start.milliseconds)
        let steps = (run.steps ?? [:]).merging(job.steps, uniquingKeysWith: +)
        run.steps = steps.isEmpty ? nil : steps
        record.stages[stage] = run
    }

    private func write(
        _ record: Record,
        over stored: StoredRecord,
        lease: Lease
    ) throws(StageFailure) -> StoredRecord {
        do {
            return try services.records.replace(stored, with: record, lease: lease)
        } catch .conflict(let found?) where found.isCancelRequested || found.record.status == .cancelled {
            throw .cancelled
        } catch {
            throw .retry(detail: error.detail)
        }
    }
}

extension Job {
    /// The record with what the work came to so far.
    fileprivate var wholeRecord: Record {
        var record = record
        for changes in unsaved { changes.apply(to: &record) }
        return record
    }
}
