package import PipelineRuntime

/// A failure of a part of a stage's work that says what it means for the whole.
package protocol StageFailureCause: Error {
    /// The failure of the whole.
    var stageFailure: StageFailure { get }
}

extension AWSError: StageFailureCause {
    /// A retry, or for good our own mistake.
    package var stageFailure: StageFailure { StageFailure(self) }
}
