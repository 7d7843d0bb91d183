/// How a request ended that cannot be fulfilled, as its owner reads it.
package struct Failure: WireValue {
    /// The stage that gave up.
    package let stage: StageName
    /// Why; stable, for programs.
    package let code: FailureCode
    /// Why, for people; what the operator needs is in the log instead.
    package let text: String
    /// Whether asking again with the same original can help.
    package let isRetryable: Bool
    /// Everything wrong with the request, when that is the reason.
    package let problems: [Problem]

    /// A failure of a stage; text and retry hint follow from the code unless given.
    package init(
        stage: StageName,
        code: FailureCode,
        text: String? = nil,
        isRetryable: Bool? = nil,
        problems: [Problem] = []
    ) {
        self.stage = stage
        self.code = code
        self.text = text ?? code.title + "."
        self.isRetryable = isRetryable ?? code.isRetryable
        self.problems = problems
    }
}
