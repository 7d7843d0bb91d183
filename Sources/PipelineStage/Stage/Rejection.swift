package import StageContracts

/// Why a request is refused for good: a text for its owner, another for the operator.
package struct Rejection: Equatable, Sendable {
    /// Why, for programs.
    package let code: FailureCode
    /// Why, for the owner; nil for the code's own sentence.
    package let text: String?
    /// Whether asking again can help; nil for the code's own answer.
    package let isRetryable: Bool?
    /// What happened, for the log.
    package let detail: String
    /// What is wrong with the request, where that is the reason.
    package let problems: [Problem]

    /// The failure as the record keeps it.
    func failure(at stage: StageName) -> Failure {
        Failure(stage: stage, code: code, text: text, isRetryable: isRetryable, problems: problems)
    }
}
