/// Evaluates a template's conditions, each at most once.
final class ConditionTable {
    private let declarations: TemplateMapping
    private var values: [String: Bool] = [:]
    private var underWay: [String] = []

    init(_ declarations: TemplateMapping) {
        self.declarations = declarations
    }

    /// The names of all conditions, in order.
    var names: [String] { declarations.entries.map(\.key) }

    /// The value of a condition that is used at `mark`.
    ///
    /// Throws `TemplateProblem` if there is none of that name or it depends on itself.
    func value(
        of name: String,
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> Bool {
        if let value = values[name] { return value }
        guard let node = declarations[name] else {
            throw TemplateProblem(mark, "there is no condition \"\(name)\"")
        }
        guard !underWay.contains(name) else {
            throw TemplateProblem(mark, "the condition \(name) depends on itself")
        }
        underWay.append(name)
        defer { underWay.removeLast() }
        let value = try ConditionExpression(node, in: evaluation).value()
        values[name] = value
        return value
    }
}
