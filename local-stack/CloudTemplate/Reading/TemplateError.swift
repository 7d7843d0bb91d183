/// Every problem of a template, in the order of the file; there is always at least one.
package struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problems, sorted by place.
    package let problems: [TemplateProblem]

    /// Collects problems; the same one said twice is said once.
    package init(_ problems: [TemplateProblem]) {
        var seen: Set<TemplateProblem> = []
        self.problems = problems.filter { seen.insert($0).inserted }.sorted { $0.mark < $1.mark }
    }

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
