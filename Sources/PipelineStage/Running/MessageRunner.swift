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
        let delivery = Delivery(
            owner: Lease.Owner(
                invocation: context.requestID,
                message: message.messageID,
                receiveCount: message.receiveCount
            ),
            message: IncomingMessage(message),
            meter: meter,
            log: context.logger.with(["messageId": .string(message.messageID)])
        )
        let admitter = Admitter(
            stage: Work.name,
            store: services.records,
            lease: Lease(owner: delivery.owner, until: Timestamp(context.deadlineTime)),
            webhookAddresses: environment.webhookAddresses,
            now: Timestamp(environment.clock.now)
        )
        do {
            return act(on: try admitter.admit(delivery.message), delivery)
        } catch {
            return error.disposition(delivery.log)
        }
    }

    private func act(on admission: Admission, _ delivery: Delivery) -> Disposition {
        switch admission {
        case .claimed(let stored, let isResumed):
            return work(on: stored, isResumed: isResumed, delivery.logging(stored))
        case .settled(let stored): return repeatOutcome(of: stored, delivery.logging(stored))
        case .cancelled(let stored): return cancel(stored, delivery.logging(stored).log)
        case .links(let stored):
            let disposition = renewLinks(of: stored, delivery.logging(stored).log)
            if disposition == .done { delivery.meter.outcome = .done }
            return disposition
        case .busy(let until):
            delivery.log.info("another delivery has the request in hand", ["until": .string(until.text)])
            let rest = Timestamp(environment.clock.now).remaining(to: until)
            return .retry(after: rest + .seconds(1))
        case .superfluous(let reason):
            delivery.log.warn("the message is ignored", ["reason": .string(reason)])
            return .done
        }
    }

    /// Publishes what follows from a stage that is done already, in case that was recorded and not told.
    ///
    /// Once the notifier has begun, what earlier stages had to tell is known to be told.
    private func repeatOutcome(of stored: StoredRecord, _ delivery: Delivery) -> Disposition {
        delivery.log.info("nothing is left to do")
        if stored.isNew, stored.record.status == .failed { delivery.meter.outcome = .failed }
        let isOwn = Work.name == .notify || stored.record.stages.notify == nil
        guard isOwn, delivery.mayHaveToTell(stored) else { return .done }
        return publishOutcome(of: stored, delivery.log)
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
