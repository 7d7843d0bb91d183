/// Evaluates the intrinsic functions of one template for one stack.
final class TemplateEvaluation {
    let template: Template
    let settings: StackSettings
    let problems = ProblemList()
    let conditions: ConditionTable
    let identities: IdentityTable
    /// Resources that were referred to since this was last emptied.
    var references: Set<String> = []
    private var parameters: [String: TemplateNode] = [:]

    init(_ template: Template, _ settings: StackSettings) {
        self.template = template
        self.settings = settings
        conditions = ConditionTable(template.conditions)
        identities = IdentityTable(template)
        setParameters()
    }

    /// A node with every function evaluated; nil stands for `AWS::NoValue`.
    ///
    /// Problems inside of mappings and lists are collected, so that one does not hide another.
    /// Throws `TemplateProblem` if the node itself is a function that cannot be evaluated.
    func value(of node: TemplateNode) throws(TemplateProblem) -> TemplateNode? {
        if let call = IntrinsicCall(node) { return try value(of: call, at: node.mark) }
        switch node.content {
        case .scalar: return node
        case .sequence(let items):
            return TemplateNode(.sequence(items.compactMap(collectedValue)), at: node.mark, tag: node.tag)
        case .mapping(let mapping):
            let entries = mapping.entries.compactMap { entry in
                collectedValue(of: entry.value).map {
                    TemplateMapping.Entry(key: entry.key, keyMark: entry.keyMark, value: $0)
                }
            }
            return TemplateNode(.mapping(TemplateMapping(entries)), at: node.mark, tag: node.tag)
        }
    }

    /// Like `value(of:)`, but a problem is collected and the node is left out.
    func collectedValue(of node: TemplateNode) -> TemplateNode? {
        do throws(TemplateProblem) {
            return try value(of: node)
        } catch {
            problems.add([error])
            return nil
        }
    }

    /// The value of a node that has to be a single value.
    func text(of node: TemplateNode, for use: String) throws(TemplateProblem) -> String {
        guard let value = try value(of: node), let text = value.text ?? (value.scalar.map { _ in "" }) else {
            throw TemplateProblem(node.mark, "\(use) has to be a single value")
        }
        return text
    }

    /// The value of `Ref` for a parameter.
    func parameter(_ name: String) -> TemplateNode? { parameters[name] }

    private func value(of call: IntrinsicCall, at mark: SourceMark) throws(TemplateProblem) -> TemplateNode? {
        guard let function = IntrinsicFunctions.all[call.name] else {
            throw TemplateProblem(mark, IntrinsicFunctions.refusal(of: call.name))
        }
        return try function.value(of: call.argument, in: self)
    }

    private func setParameters() {
        for declaration in template.parameters {
            do throws(TemplateProblem) {
                parameters[declaration.name] = try declaration.value(
                    override: settings.parameters[declaration.name]
                )
            } catch {
                problems.add([error])
                parameters[declaration.name] = TemplateNode(text: "", at: declaration.mark)
            }
        }
        let start = SourceMark(file: template.file, line: 1, column: 1)
        for name in settings.parameters.keys.sorted() where parameters[name] == nil {
            problems.add(start, "the template has no parameter \(name)")
        }
    }
}
