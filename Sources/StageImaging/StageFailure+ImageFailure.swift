package import PipelineStage
package import RequestImaging

extension StageFailure {
    /// A failure of image work, seen as one of a stage's work.
    package init(_ failure: ImageFailure) {
        self =
            failure.isPermanent
            ? .reject(failure.code, text: failure.text, detail: failure.detail, problems: failure.problems)
            : .retry(detail: failure.detail)
    }
}
