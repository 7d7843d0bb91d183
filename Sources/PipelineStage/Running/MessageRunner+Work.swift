import PipelineRuntime
import StageContracts

extension MessageRunner {
    /// Does the stage's work on a claimed request and tells what came of it.
    ///
    /// An attempt tells its first event before it works, and the notifier the last one before it gives the request back. So what
    /// a resumed one would tell again is known to be told; after a death nothing is, and everything is told again under
    /// the same ids.
    func work(on stored: StoredRecord, isResumed: Bool, _ delivery: Delivery) -> Disposition {
        let log = delivery.log
        let attempts = stored.record.stages[Work.name]?.attempts ?? 1
        log.info("the request is claimed", ["attempt": .integer(attempts)])
        guard isResumed || announce(stored, log) else { return .retry(after: nil) }
        // Its calls end so early that its outcome can be recorded.
        let job = Job(
            stored,
            of: Work.name,
            in: environment,
            until: workDeadline,
            log: log,
            message: StageMessage(delivery.message)?.kind
        )
        defer { delivery.meter.steps = job.steps }
        do {
            job.note(try work.run(job))
            let done = job.rest == nil ? try keeper.complete(job) : nil
            delivery.meter.outcome = .done
            guard let done else { return try giveBack(job, isResumed: isResumed) }
            let milliseconds = done.record.stages[Work.name]?.milliseconds ?? 0
            log.info("the stage is done", ["milliseconds": .integer(milliseconds)])
            return publishOutcome(of: done, isResumed: isResumed, log)
        } catch {
            if case .reject = error { delivery.meter.outcome = .failed }
            return settle(job, error, isResumed: isResumed)
        }
    }

    /// Publishes that the stage has begun.
    ///
    /// - Returns: Whether it is told. If not, the claim stands: the same message goes on in its place and tells it.
    private func announce(_ stored: StoredRecord, _ log: Logger) -> Bool {
        guard StagePlan.of(Work.name).works != nil else { return true }
        do {
            try services.publisher.publishEvent(of: stored)
            return true
        } catch {
            log.warn("the request is tried again", ["detail": .string(error.description)])
            return false
        }
    }

    private func settle(_ job: Job, _ failure: StageFailure, isResumed: Bool) -> Disposition {
        let log = job.log
        do {
            switch failure {
            case .retry(let after, let detail):
                log.warn("the request is tried again", ["detail": .string(detail)])
                let given = try giveBack(job, isResumed: isResumed)
                return given == .done ? .retry(after: after) : given
            case .cancelled: return cancel(job, log)
            case .reject(let rejection):
                let fields: [String: LogValue] = [
                    "code": .string(rejection.code.rawValue), "detail": .string(rejection.detail),
                ]
                log.warn("the request is refused", fields)
                let refused = try keeper.reject(job, rejection)
                return publishOutcome(of: refused, isResumed: isResumed, log)
            }
        } catch {
            if error == .cancelled { return cancel(job, log) }
            log.error("the outcome could not be recorded", ["detail": .string(error.detail)])
            return .retry(after: nil)
        }
    }

    /// Gives a request back whose stage is not done, and publishes the message that has the rest of its work.
    ///
    /// Subscribers learn how a request ended even while its owner cannot be told. What could not be told leaves the claim as
    /// it is: the same message comes again and tells it.
    private func giveBack(_ job: Job, isResumed: Bool) throws(StageFailure) -> Disposition {
        if job.record.status.isTerminal {
            let told = publishOutcome(of: job.claimed, isResumed: isResumed, job.log)
            guard told == .done else {
                _ = try keeper.save(job.unsaved, to: job.claimed)
                return told
            }
        }
        let released = try keeper.release(job)
        guard case .newMessage(let kind) = job.rest else { return .done }
        return publish(job.log) { () throws(AWSError) in
            try services.publisher.publishRest(kind, of: released)
        }
    }

    /// Publishes what follows from the record's state, unless that is the last event and an earlier attempt has told it.
    private func publishOutcome(of stored: StoredRecord, isResumed: Bool, _ log: Logger) -> Disposition {
        if Work.name == .notify, isResumed { return .done }
        return publishOutcome(of: stored, log)
    }

    /// Publishes what follows from the record's state.
    func publishOutcome(of stored: StoredRecord, _ log: Logger) -> Disposition {
        publish(log) { () throws(AWSError) in try services.publisher.publishOutcome(of: stored) }
    }

    private func publish(_ log: Logger, _ publication: () throws(AWSError) -> Void) -> Disposition {
        do {
            try publication()
            return .done
        } catch {
            log.error("the outcome could not be published", ["detail": .string(error.description)])
            return .retry(after: nil)
        }
    }
}
