/// The functions that conditions are made of: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not` and `Condition`.
struct ConditionExpression {
    private let node: TemplateNode
    private let evaluation: TemplateEvaluation

    init(_ node: TemplateNode, in evaluation: TemplateEvaluation) {
        self.node = node
        self.evaluation = evaluation
    }

    func value() throws(TemplateProblem) -> Bool {
        guard let (name, argument) = call else {
            throw TemplateProblem(
                node.mark,
                "a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition"
            )
        }
        switch name {
        case "Condition": return try namedCondition(argument)
        case "Fn::Equals": return try equals(argument)
        case "Fn::Not": return try !operands(argument, name, 1...1)[0]
        case "Fn::And": return try operands(argument, name, 2...10).allSatisfy { $0 }
        case "Fn::Or": return try operands(argument, name, 2...10).contains(true)
        default: throw TemplateProblem(node.mark, "\(name) is no condition function")
        }
    }

    private var call: (String, TemplateNode)? {
        if let call = IntrinsicCall(node) { return (call.name, call.argument) }
        if let entry = node.mapping?.single, entry.key == "Condition" { return (entry.key, entry.value) }
        return nil
    }

    private func namedCondition(_ argument: TemplateNode) throws(TemplateProblem) -> Bool {
        guard let name = argument.text else {
            throw TemplateProblem(argument.mark, "Condition takes the name of a condition")
        }
        return try evaluation.conditions.value(of: name, at: argument.mark, in: evaluation)
    }

    private func equals(_ argument: TemplateNode) throws(TemplateProblem) -> Bool {
        guard let items = argument.items, items.count == 2 else {
            throw TemplateProblem(argument.mark, "Fn::Equals takes a list of two values")
        }
        return try evaluation.text(of: items[0], for: "a value of Fn::Equals")
            == evaluation.text(of: items[1], for: "a value of Fn::Equals")
    }

    private func operands(
        _ argument: TemplateNode,
        _ name: String,
        _ counts: ClosedRange<Int>
    ) throws(TemplateProblem) -> [Bool] {
        guard let items = argument.items, counts.contains(items.count) else {
            let count =
                counts.count == 1
                ? "one condition" : "\(counts.lowerBound) to \(counts.upperBound) conditions"
            throw TemplateProblem(argument.mark, "\(name) takes a list of \(count)")
        }
        var values: [Bool] = []
        for item in items { values.append(try ConditionExpression(item, in: evaluation).value()) }
        return values
    }
}
