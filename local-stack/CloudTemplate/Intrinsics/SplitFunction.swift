/// `Fn::Split`: the parts of a text between separators.
struct SplitFunction: IntrinsicFunction {
    let name = "Fn::Split"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let items = argument.items, items.count == 2, let separator = items[0].text, !separator.isEmpty
        else {
            throw TemplateProblem(argument.mark, "Fn::Split takes a list of a separator and a text")
        }
        let text = try evaluation.text(of: items[1], for: "what Fn::Split splits")
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        return TemplateNode(
            .sequence(parts.map { TemplateNode(text: String($0), at: argument.mark) }),
            at: argument.mark
        )
    }
}
