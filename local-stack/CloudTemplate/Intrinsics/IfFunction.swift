/// `Fn::If`: one of two values, by a condition; the other one is not evaluated.
struct IfFunction: IntrinsicFunction {
    let name = "Fn::If"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let items = argument.items, items.count == 3, let condition = items[0].text else {
            throw TemplateProblem(argument.mark, "Fn::If takes a condition's name and two values")
        }
        let holds = try evaluation.conditions.value(of: condition, at: items[0].mark, in: evaluation)
        return try evaluation.value(of: holds ? items[1] : items[2])
    }
}
