/// Why a text does not have the form its place asks for.
package struct TextRefusal: Error, Equatable, Sendable {
    /// The kind of mistake.
    package let code: ProblemCode
    /// What would be right; the predicate of a sentence whose subject is the field.
    package let detail: String

    init(_ detail: String, code: ProblemCode = .invalidFormat) {
        self.code = code
        self.detail = detail
    }
}
