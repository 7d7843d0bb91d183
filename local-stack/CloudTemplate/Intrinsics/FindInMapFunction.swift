/// `Fn::FindInMap`: a value of the template's `Mappings`.
struct FindInMapFunction: IntrinsicFunction {
    let name = "Fn::FindInMap"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let items = argument.items, items.count == 3 else {
            throw TemplateProblem(
                argument.mark,
                "Fn::FindInMap takes a mapping, a first name and a second name"
            )
        }
        var found = TemplateNode(.mapping(evaluation.template.mappings), at: argument.mark)
        var path: [String] = []
        for item in items {
            path.append(try evaluation.text(of: item, for: "a name of Fn::FindInMap"))
            guard let next = found.mapping?[path[path.count - 1]] else {
                throw TemplateProblem(item.mark, "Mappings holds no \(path.joined(separator: "."))")
            }
            found = next
        }
        return found
    }
}
