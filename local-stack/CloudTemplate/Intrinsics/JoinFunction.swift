/// `Fn::Join`: the values of a list with a separator between them.
struct JoinFunction: IntrinsicFunction {
    let name = "Fn::Join"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let items = argument.items, items.count == 2, let separator = items[0].scalar else {
            throw TemplateProblem(argument.mark, "Fn::Join takes a list of a separator and a list")
        }
        guard let parts = try evaluation.value(of: items[1])?.items else {
            throw TemplateProblem(items[1].mark, "Fn::Join joins the values of a list")
        }
        var texts: [String] = []
        for part in parts {
            guard let scalar = part.scalar else {
                throw TemplateProblem(part.mark, "Fn::Join joins single values, not \(part.kind)")
            }
            texts.append(scalar.text)
        }
        return TemplateNode(text: texts.joined(separator: separator.text), at: argument.mark)
    }
}
