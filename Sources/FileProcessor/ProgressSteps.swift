import Imaging
import PipelineStage

/// Tells a job's progress; a puzzle's in single percents, so that even steps can be published, and stops the cutting
/// when the job is no longer its own.
final class ProgressSteps {
    /// Shares of the stage's work, near whole steps of five percent of the request's.
    static let fetched = 0.067
    static let cut = 0.867
    static let stored = 0.934

    private let job: Job
    private let isFine: Bool
    private var share = 0.0
    /// Why the work was stopped.
    private(set) var failure: StageFailure?

    init(_ job: Job, isFine: Bool) {
        (self.job, self.isFine) = (job, isFine)
    }

    /// Tells that a share of the stage's work is done, and every step before it where they are to be fine.
    func advance(to end: Double) throws(StageFailure) {
        guard isFine else { return try job.report(progress: end) }
        while share < end {
            share = min(share + 0.01, end)
            try job.report(progress: share)
        }
    }

    /// Tells how much of the picture is cut.
    ///
    /// - Throws: `deadlineExceeded` to stop the engine; `failure` then says why.
    func cut(_ share: Double) throws(ImagingError) {
        do {
            try advance(to: Self.fetched + share * (Self.cut - Self.fetched))
        } catch {
            failure = error
            throw ImagingError(.deadlineExceeded, "the work was stopped: \(error)")
        }
    }
}
