/// `Fn::Sub`: text in which `${Name}`, `${Resource.Attribute}` and given variables are filled in; `${!x}` stays `${x}`.
struct SubFunction: IntrinsicFunction {
    let name = "Fn::Sub"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        if let scalar = argument.scalar {
            return try filled(scalar.text, variables: [:], at: argument.mark, in: evaluation)
        }
        guard let items = argument.items, items.count == 2, let pattern = items[0].text,
            let names = items[1].mapping
        else {
            throw TemplateProblem(
                argument.mark,
                "Fn::Sub takes text, or a list of text and a mapping of variables"
            )
        }
        var variables: [String: String] = [:]
        for entry in names.entries {
            variables[entry.key] = try evaluation.text(
                of: entry.value,
                for: "the variable \(entry.key) of Fn::Sub"
            )
        }
        return try filled(pattern, variables: variables, at: argument.mark, in: evaluation)
    }

    private func filled(
        _ pattern: String,
        variables: [String: String],
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode {
        var text = ""
        var rest = pattern[...]
        while let match = rest.firstMatch(of: /\$\{\s*([^}]*?)\s*\}/) {
            text += rest[..<match.range.lowerBound]
            rest = rest[match.range.upperBound...]
            let name = String(match.1)
            if name.hasPrefix("!") {
                text += "${\(name.dropFirst())}"
            } else if let variable = variables[name] {
                text += variable
            } else {
                text += try replacement(for: name, at: mark, in: evaluation)
            }
        }
        return TemplateNode(text: text + rest, at: mark)
    }

    private func replacement(
        for name: String,
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> String {
        let value: TemplateNode?
        if let dot = name.firstIndex(of: ".") {
            let attribute = String(name[name.index(after: dot)...])
            value = try GetAttFunction().value(
                of: attribute,
                of: String(name[..<dot]),
                at: mark,
                in: evaluation
            )
        } else {
            value = try RefFunction().value(ofName: name, at: mark, in: evaluation)
        }
        guard let scalar = value?.scalar else {
            throw TemplateProblem(mark, "${\(name)} is not a single value")
        }
        return scalar.text
    }
}
