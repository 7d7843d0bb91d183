/// `Fn::Select`: one value of a list, counted from zero.
struct SelectFunction: IntrinsicFunction {
    let name = "Fn::Select"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let items = argument.items, items.count == 2 else {
            throw TemplateProblem(argument.mark, "Fn::Select takes a list of an index and a list")
        }
        let text = try evaluation.text(of: items[0], for: "the index of Fn::Select")
        guard let values = try evaluation.value(of: items[1])?.items else {
            throw TemplateProblem(items[1].mark, "Fn::Select selects from a list")
        }
        guard let index = Int(text), values.indices.contains(index) else {
            throw TemplateProblem(
                items[0].mark,
                "Fn::Select has no value \(text): the list holds \(values.count)"
            )
        }
        return values[index]
    }
}
