import PipelineRuntime
import StageContracts

/// Takes the messages of one invocation from their arrival to their disposition.
struct MessageRunner<Work: Stage> {
    let work: Work
    let environment: StageEnvironment
    /// The services that record and publish outcomes, until the end of the invocation.
    let services: StageServices
    let context: InvocationContext
    /// The moment by which the stage's own work must be over.
    let workDeadline: Deadline

    /// Deals with one message; whatever happens to it, other messages are not touched.
    ///
    /// - Returns: How the message ends.
    func run(_ message: SQSMessage) -> Disposition {
        let meter = JobMeter(stage: Work.name, messageID: message.messageID)
        let disposition = deal(with: message, meter)
        meter.finish(disposition, in: environment.metrics)
        return disposition
    }

    private func deal(with message: SQSMessage, _ meter: JobMeter) -> Disposition {
        let log = context.logger.with(["messageId": .string(message.messageID)])
        let owner = Lease.Owner(
            invocation: context.requestID,
            message: message.messageID,
            receiveCount: message.receiveCount
        )
        let admitter = Admitter(
            stage: Work.name,
            store: services.records,
            lease: Lease(owner: owner, until: Timestamp(context.deadlineTime)),
            webhookAddresses: environment.webhookAddresses,
            now: Timestamp(environment.clock.now)
        )
        do {
            return act(on: try admitter.admit(IncomingMessage(message)), log, meter)
        } catch {
            return error.disposition(log)
        }
    }

    private func act(on admission: Admission, _ log: Logger, _ meter: JobMeter) -> Disposition {
        switch admission {
        case .claimed(let stored):
            let log = log.with(["request": .string(stored.record.requestId.text)])
            return work(on: stored, log, meter)
        case .settled(let stored):
            log.info("nothing is left to do", ["request": .string(stored.record.requestId.text)])
            if stored.isNew, stored.record.status == .failed { meter.outcome = .failed }
            return publishOutcome(of: stored, log)
        case .cancelled(let stored):
            return cancel(stored, log.with(["request": .string(stored.record.requestId.text)]))
        case .links(let stored):
            let disposition = renewLinks(
                of: stored,
                log.with(["request": .string(stored.record.requestId.text)])
            )
            if disposition == .done { meter.outcome = .done }
            return disposition
        case .busy(let until):
            log.info("another delivery has the request in hand", ["until": .string(until.text)])
            let rest = Timestamp(environment.clock.now).remaining(to: until)
            return .retry(after: rest + .seconds(1))
        case .superfluous(let reason):
            log.warn("the message is ignored", ["reason": .string(reason)])
            return .done
        }
    }

    private func work(on stored: StoredRecord, _ log: Logger, _ meter: JobMeter) -> Disposition {
        log.info(
            "the request is claimed",
            ["attempt": .integer(stored.record.stages[Work.name]?.attempts ?? 1)]
        )
        // Its calls end so early that its outcome can be recorded.
        let job = Job(stored, of: Work.name, in: environment, until: workDeadline, log: log)
        defer { meter.steps = job.steps }
        do {
            try announce(stored)
            job.note(try work.run(job))
            let done = try keeper.complete(job)
            meter.outcome = .done
            log.info(
                "the stage is done",
                ["milliseconds": .integer(done.record.stages[Work.name]?.milliseconds ?? 0)]
            )
            return publishOutcome(of: done, log)
        } catch {
            if case .reject = error { meter.outcome = .failed }
            return settle(job, error, log)
        }
    }

    /// Publishes that the stage has begun; a second attempt publishes the same event.
    private func announce(_ stored: StoredRecord) throws(StageFailure) {
        guard StagePlan.of(Work.name).works != nil else { return }
        do {
            try services.publisher.publishEvent(of: stored)
        } catch {
            throw .retry(detail: error.description)
        }
    }

    private func settle(_ job: Job, _ failure: StageFailure, _ log: Logger) -> Disposition {
        do {
            switch failure {
            case .retry(let after, let detail):
                log.warn("the request is tried again", ["detail": .string(detail)])
                let released = try keeper.release(job)
                // Subscribers learn how a request ended even while its owner cannot be told.
                if released.record.status.isTerminal { _ = publishOutcome(of: released, log) }
                return .retry(after: after)
            case .cancelled: return cancel(job, log)
            case .reject(let rejection):
                let fields: [String: LogValue] = [
                    "code": .string(rejection.code.rawValue), "detail": .string(rejection.detail),
                ]
                log.warn("the request is refused", fields)
                return publishOutcome(of: try keeper.reject(job, rejection), log)
            }
        } catch {
            if error == .cancelled { return cancel(job, log) }
            log.error("the outcome could not be recorded", ["detail": .string(error.detail)])
            return .retry(after: nil)
        }
    }

    func publishOutcome(of stored: StoredRecord, _ log: Logger) -> Disposition {
        do {
            try services.publisher.publishOutcome(of: stored)
            return .done
        } catch {
            log.error("the outcome could not be published", ["detail": .string(error.description)])
            return .retry(after: nil)
        }
    }

    var keeper: RecordKeeper {
        RecordKeeper(stage: Work.name, services: services, clock: environment.clock)
    }
}

extension AdmissionError {
    /// How a message ends of which it could not be found out what it means.
    fileprivate func disposition(_ log: Logger) -> Disposition {
        switch self {
        case .unreadable(let message):
            log.error("the message cannot be read", ["detail": .string(message.detail)])
            return .unreadable
        case .store(let error):
            log.warn("the request could not be claimed", ["detail": .string(error.detail)])
            return .retry(after: nil)
        case .premature(let detail):
            log.warn("the message came too early", ["detail": .string(detail)])
            return .retry(after: nil)
        }
    }
}
