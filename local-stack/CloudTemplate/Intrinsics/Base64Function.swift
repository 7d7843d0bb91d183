import FoundationEssentials

/// `Fn::Base64`: text in base 64.
struct Base64Function: IntrinsicFunction {
    let name = "Fn::Base64"

    func value(
        of argument: TemplateNode,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> TemplateNode? {
        let text = try evaluation.text(of: argument, for: "what Fn::Base64 encodes")
        return TemplateNode(text: Data(text.utf8).base64EncodedString(), at: argument.mark)
    }
}
