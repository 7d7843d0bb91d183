/// A node that calls an intrinsic function, in its short form (`!Ref x`) or its long form (`{Ref: x}`).
struct IntrinsicCall {
    /// The long name, such as `Ref` or `Fn::GetAtt`.
    let name: String
    /// What the function is called with.
    let argument: TemplateNode

    init?(_ node: TemplateNode) {
        if let tag = node.tag, tag.hasPrefix("!"), tag != "!" {
            let short = String(tag.dropFirst())
            name = short == "Ref" || short == "Condition" ? short : "Fn::\(short)"
            argument = TemplateNode(node.content, at: node.mark)
        } else if let entry = node.mapping?.single, entry.key == "Ref" || entry.key.hasPrefix("Fn::") {
            name = entry.key
            argument = entry.value
        } else {
            return nil
        }
    }
}
