/// `Fn::GetAtt`: an attribute of a resource, written `Resource.Attribute` or as a list of both.
struct GetAttFunction: IntrinsicFunction {
    let name = "Fn::GetAtt"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        if let text = argument.text, let dot = text.firstIndex(of: ".") {
            let attribute = String(text[text.index(after: dot)...])
            return try value(of: attribute, of: String(text[..<dot]), at: argument.mark, in: evaluation)
        }
        guard let items = argument.items, items.count == 2, let resource = items[0].text else {
            throw TemplateProblem(argument.mark, "Fn::GetAtt takes a resource and an attribute")
        }
        let attribute = try evaluation.text(of: items[1], for: "the attribute of Fn::GetAtt")
        return try value(of: attribute, of: resource, at: argument.mark, in: evaluation)
    }

    func value(
        of attribute: String,
        of resource: String,
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode {
        guard evaluation.identities.declares(resource) else {
            throw TemplateProblem(mark, "there is no resource \"\(resource)\"")
        }
        let identity = try evaluation.identities.identity(of: resource, at: mark, in: evaluation)
        guard let value = identity.attribute(attribute) else {
            throw TemplateProblem(mark, "\(resource) has no attribute \(attribute)")
        }
        evaluation.references.insert(resource)
        return TemplateNode(text: value, at: mark)
    }
}
