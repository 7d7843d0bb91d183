import PipelineRuntime
import StageContracts

extension MessageRunner {
    /// Ends a job whose request was cancelled while it was at work.
    ///
    /// A job that was given to another delivery meanwhile leaves the end to that one, unless it has come: then only what
    /// this one made since is removed.
    func cancel(_ job: Job, _ log: Logger) -> Disposition {
        do throws(RecordStoreError) {
            guard let stored = try services.records.load(job.requestID) else { return .done }
            let isOwn = stored.lease.owner == job.claimed.lease.owner
            guard isOwn || stored.record.status == .cancelled else { return .retry(after: nil) }
            return cancel(stored, log)
        } catch {
            log.warn("the request could not be cancelled", ["detail": .string(error.detail)])
            return .retry(after: nil)
        }
    }

    /// Removes what was made for a request that was cancelled, then ends it.
    ///
    /// In this order: whoever finds the request cancelled finds nothing of it.
    func cancel(_ stored: StoredRecord, _ log: Logger) -> Disposition {
        do {
            try RequestFiles(s3: services.s3, buckets: environment.buckets).remove(of: stored)
        } catch {
            log.warn("what was made could not be removed", ["detail": .string(error.description)])
            return .retry(after: nil)
        }
        do {
            let isOver = stored.record.status.isTerminal
            let cancelled = isOver ? stored : try keeper.cancel(stored)
            log.info("the request is cancelled")
            return publishOutcome(of: cancelled, log)
        } catch {
            log.warn("the end could not be recorded", ["detail": .string(error.detail)])
            return .retry(after: nil)
        }
    }
}
