/// Collects problems while reading goes on, so that all of them are reported together.
package final class ProblemList {
    /// What was collected so far.
    package private(set) var problems: [TemplateProblem] = []

    /// Starts with no problem.
    package init() {}

    /// Adds a problem at a place.
    package func add(_ mark: SourceMark, _ reason: String) {
        problems.append(TemplateProblem(mark, reason))
    }

    /// Adds problems found elsewhere.
    package func add(_ found: [TemplateProblem]) {
        problems += found
    }

    /// Does nothing while there is no problem.
    ///
    /// Throws `TemplateError` with all problems otherwise.
    package func throwIfAny() throws(TemplateError) {
        if !problems.isEmpty { throw TemplateError(problems) }
    }
}
