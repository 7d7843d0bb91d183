/// The runs of all stages; those not reached are left out.
package struct StageRuns: Codable, Equatable, Sendable {
    /// The preprocessor's.
    package var preprocess: StageRun?
    /// The file processor's.
    package var process: StageRun?
    /// The notifier's.
    package var notify: StageRun?

    /// The runs so far.
    package init(
        preprocess: StageRun? = nil,
        process: StageRun? = nil,
        notify: StageRun? = nil
    ) {
        self.preprocess = preprocess
        self.process = process
        self.notify = notify
    }

    /// The run of one stage.
    package subscript(stage: StageName) -> StageRun? {
        get {
            switch stage {
            case .preprocess: preprocess
            case .process: process
            case .notify: notify
            }
        }
        set {
            switch stage {
            case .preprocess: preprocess = newValue
            case .process: process = newValue
            case .notify: notify = newValue
            }
        }
    }
}
