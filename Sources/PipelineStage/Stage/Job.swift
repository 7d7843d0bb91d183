package import PipelineRuntime
package import StageContracts

/// One claimed request, as a stage's work sees it.
package final class Job {
    /// Whom the request concerns, also where the rest of it cannot be read.
    package let contact: RequestContact
    /// The moment by which the work must be over; time to record the outcome is kept back after it.
    package let deadline: Deadline
    /// The services of AWS; no call outlasts the deadline.
    package let services: StageServices
    /// Writes lines that carry the request's id.
    package let log: Logger
    /// The record as the table has it now.
    package var record: Record { claimed.record }

    /// The stage's message that began the job; nil where a caller's request or a dead letter did.
    package let message: StageMessage.Kind?

    /// When this job began, which may go on with what an earlier message of the same attempt began.
    let startedAt: Timestamp

    private(set) var claimed: StoredRecord
    /// What is left of the stage's work when this job is over.
    private(set) var rest: Rest?
    /// What the work came to and the table does not have yet.
    private(set) var unsaved: [RecordChanges] = []
    private(set) var steps: [String: Int] = [:]
    private let stage: StageName
    private let keeper: RecordKeeper
    private static let progressStep = 5
    private let requestResult: Result<ProcessingRequest, InvalidRequest>

    /// Makes a job.
    ///
    /// - Parameters:
    ///   - claimed: The request as it was claimed.
    ///   - stage: Whose job it is.
    ///   - environment: Where the stage runs.
    ///   - deadline: The moment by which the work must be over.
    ///   - log: Writes lines that carry the request's id.
    ///   - message: The stage's message that began it.
    init(
        _ claimed: StoredRecord,
        of stage: StageName,
        in environment: StageEnvironment,
        until deadline: Deadline,
        log: Logger,
        message: StageMessage.Kind? = nil
    ) {
        self.claimed = claimed
        self.message = message
        self.stage = stage
        self.deadline = deadline
        self.log = log
        services = environment.services(until: deadline)
        keeper = RecordKeeper(stage: stage, services: services, clock: environment.clock)
        startedAt = Timestamp(environment.clock.now)
        requestResult = claimed.request
        contact = claimed.contact
    }

    /// The request's id.
    package var requestID: RequestID { record.requestId }

    /// The record with links that are signed now, for somebody who is told of it.
    ///
    /// - Throws: A retry when there are no keys to sign with.
    package func recordWithNewLinks() throws(StageFailure) -> Record {
        try StageFailure.translating { () throws(AWSError) in
            try services.links.linked(record, of: claimed)
        }
    }

    /// How often the stage has begun, this time included.
    package var attempt: Int { record.stages[stage]?.attempts ?? 1 }

    /// What the caller asks for.
    ///
    /// - Throws: A rejection where it cannot be read, which only the notifier meets.
    package var request: ProcessingRequest {
        get throws(StageFailure) {
            do {
                return try requestResult.get()
            } catch {
                throw .reject(.invalidRequest, detail: "\(error.problems.count) problems")
            }
        }
    }

    /// Everything that is wrong with what the caller asks for; nil where nothing is.
    package var invalidRequest: InvalidRequest? {
        guard case .failure(let invalid) = requestResult else { return nil }
        return invalid
    }

    /// What can be understood of the puzzle that is asked for, whatever else is wrong.
    package var puzzleDraft: PuzzleDraft? { claimed.puzzleDraft }

    /// Shows how far the stage's work is and publishes it; steps of less than five percent are left out.
    ///
    /// - Parameters:
    ///   - share: From 0 to 1, of this stage's own work.
    ///   - isWatched: Whether somebody looks on: then no step is larger either, and what lies between is told on the way.
    /// - Throws: A retry when the request is no longer this job's, so that the work stops.
    package func report(progress share: Double, isWatched: Bool = false) throws(StageFailure) {
        let percent = StagePlan.of(stage).percent(at: share)
        while percent >= record.progress + Self.progressStep {
            let next = isWatched ? record.progress + Self.progressStep : percent
            claimed = try keeper.show(next, of: claimed, log: log)
        }
    }

    /// Writes changes to the table before the work is over, so that another attempt sees them.
    ///
    /// - Throws: A retry when they could not be written; they are kept for the next write then.
    package func save(_ changes: RecordChanges) throws(StageFailure) {
        note(changes)
        claimed = try keeper.save(unsaved, to: claimed)
        unsaved = []
    }

    /// Leaves the rest of the stage's work to another message: the stage is not done when this job is over.
    package func leave(_ rest: Rest) { self.rest = rest }

    /// Keeps changes for the next write.
    func note(_ changes: RecordChanges) { unsaved.append(changes) }

    /// Does a part of the work and notes the time it took in the record.
    package func measure<Value>(
        _ step: String,
        _ work: () throws(StageFailure) -> Value
    ) throws(StageFailure) -> Value {
        let start = ContinuousClock.now
        defer { steps[step, default: 0] += Int((ContinuousClock.now - start) / .milliseconds(1)) }
        return try work()
    }
}
