package import StageContracts

/// Why a picture was refused or could not be made, in the contract's words.
package struct ImageFailure: Error, Equatable, Sendable {
    /// Why, for programs.
    package let code: FailureCode
    /// Why, for the owner; nil for the code's own sentence.
    package let text: String?
    /// What happened, for the operator.
    package let detail: String
    /// What is wrong with the request, where that is the reason.
    package let problems: [Problem]
    /// Whether the same input fails the same way again, on any machine and at any time.
    package let isPermanent: Bool
    /// Whether the font that texts are set in cannot be used: whoever named it is to blame.
    package let isOfFont: Bool

    init(
        _ code: FailureCode,
        text: String? = nil,
        detail: String,
        problems: [Problem] = [],
        isPermanent: Bool = true,
        isOfFont: Bool = false
    ) {
        self.code = code
        self.text = text
        self.detail = detail
        self.problems = problems
        self.isPermanent = isPermanent
        self.isOfFont = isOfFont
    }
}
