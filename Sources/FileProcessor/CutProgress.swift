import Imaging
import PipelineStage

/// Tells how much of a puzzle is cut, and stops the engine when the job is no longer this one's.
final class CutProgress {
    /// The share of the stage's work that is done before anything is cut: 30 percent of the whole.
    static let begin = 0.067
    /// The share that is done when all is cut: 90 percent.
    static let end = 0.867
    /// The share that is done when all is stored: 95 percent.
    static let stored = 0.934

    private let job: Job
    /// Why the engine was stopped.
    private(set) var failure: StageFailure?

    init(_ job: Job) {
        self.job = job
    }

    /// Tells that a share of the picture is cut.
    ///
    /// - Throws: `stoppedByCaller` where the job is over; `failure` then says why.
    func tell(_ share: Double) throws(ImagingError) {
        do {
            let done = Self.begin + share * (Self.end - Self.begin)
            try job.report(progress: done, isWatched: true)
        } catch {
            failure = error
            throw ImagingError(.stoppedByCaller, error.detail)
        }
    }
}
