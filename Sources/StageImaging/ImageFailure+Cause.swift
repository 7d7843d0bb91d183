package import PipelineStage
package import RequestImaging

extension ImageFailure: StageFailureCause {
    /// A rejection with what is wrong with the picture or the request, or a retry where only time was short.
    package var stageFailure: StageFailure {
        isPermanent
            ? .reject(code, text: text, detail: detail, problems: problems)
            : .retry(detail: detail)
    }
}
