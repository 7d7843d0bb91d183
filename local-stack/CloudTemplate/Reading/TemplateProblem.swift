/// One reason why a template cannot be used, and the place that it is about.
package struct TemplateProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where the problem lies.
    package let mark: SourceMark
    /// What is wrong there, in a sentence for people.
    package let reason: String

    /// Names a problem.
    package init(_ mark: SourceMark, _ reason: String) {
        self.mark = mark
        self.reason = reason
    }

    package var description: String { "\(mark): \(reason)" }
}
