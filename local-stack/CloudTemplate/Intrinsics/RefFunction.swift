/// `Ref`: a parameter's value, a pseudo parameter, or a resource's own reference.
struct RefFunction: IntrinsicFunction {
    let name = "Ref"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        guard let name = argument.text else { throw TemplateProblem(argument.mark, "Ref takes one name") }
        return try value(ofName: name, at: argument.mark, in: evaluation)
    }

    func value(
        ofName name: String,
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        if name == "AWS::NoValue" { return nil }
        if let text = evaluation.settings.pseudoParameter(name) { return TemplateNode(text: text, at: mark) }
        if name.hasPrefix("AWS::") { throw TemplateProblem(mark, "there is no pseudo parameter \(name)") }
        if let parameter = evaluation.parameter(name) { return TemplateNode(parameter.content, at: mark) }
        let identity = try evaluation.identities.identity(of: name, at: mark, in: evaluation)
        evaluation.references.insert(name)
        return TemplateNode(text: identity.reference, at: mark)
    }
}
