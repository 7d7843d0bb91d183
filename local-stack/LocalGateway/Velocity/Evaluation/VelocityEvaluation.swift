/// One rendering of a template.
final class VelocityEvaluation {
    /// What happens after a node.
    enum Flow { case goOn, leaveLoop, stop }

    var variables: [String: VelocityValue]
    private let limits: VelocityLimits
    private var stepCount = 0
    /// `$input`, `$context` and the like print nothing where a value is missing; a template's own names print themselves.
    private let givenNames: Set<String>

    init(_ variables: [String: VelocityValue], limits: VelocityLimits) {
        self.variables = variables
        self.limits = limits
        givenNames = Set(variables.keys)
    }

    /// Renders nodes to text.
    ///
    /// Throws `VelocityError`, see `VelocityTemplate.render`.
    func render(_ nodes: [VelocityNode]) throws(VelocityError) -> String {
        var text = ""
        _ = try render(nodes, into: &text)
        return text
    }

    private func render(_ nodes: [VelocityNode], into text: inout String) throws(VelocityError) -> Flow {
        for node in nodes {
            let flow = try render(node, into: &text)
            if flow != .goOn { return flow }
        }
        return .goOn
    }

    private func render(_ node: VelocityNode, into text: inout String) throws(VelocityError) -> Flow {
        switch node {
        case .text(let characters): text += characters
        case .reference(let reference): text += try printed(reference)
        case .set(let target, let expression): try assign(try value(of: expression), to: target)
        case .conditional(let branches):
            for branch in branches where try value(of: branch.condition).isTrue {
                return try render(branch.body, into: &text)
            }
        case .loop(let variable, let values, let body, let line):
            return try loop(variable, over: values, body, line, into: &text)
        case .leaveLoop: return .leaveLoop
        case .stop: return .stop
        }
        try check(text, line: 0)
        return .goOn
    }

    private func printed(_ reference: VelocityReference) throws(VelocityError) -> String {
        try countStep(line: reference.line)
        if let text = try value(of: reference)?.printed { return text }
        return reference.isQuiet || givenNames.contains(reference.name) ? "" : reference.source
    }

    private func loop(
        _ variable: String,
        over expression: VelocityExpression,
        _ body: [VelocityNode],
        _ line: Int,
        into text: inout String
    ) throws(VelocityError) -> Flow {
        let values = items(of: try value(of: expression))
        guard values.count <= limits.roundCount else {
            throw VelocityError(line: line, reason: "#foreach has more than \(limits.roundCount) rounds")
        }
        let outer = (variables[variable], variables["foreach"], variables["velocityCount"])
        defer { (variables[variable], variables["foreach"], variables["velocityCount"]) = outer }
        for (index, value) in values.enumerated() {
            variables[variable] = value
            variables["velocityCount"] = .integer(index + 1)
            variables["foreach"] = .map(Self.round(index, of: values.count))
            switch try render(body, into: &text) {
            case .goOn: continue
            case .leaveLoop: return .goOn
            case .stop: return .stop
            }
        }
        return .goOn
    }

    private static func round(_ index: Int, of count: Int) -> VelocityMap {
        VelocityMap([
            ("index", .integer(index)), ("count", .integer(index + 1)),
            ("hasNext", .boolean(index + 1 < count)),
            ("first", .boolean(index == 0)), ("last", .boolean(index + 1 == count)),
        ])
    }

    private func items(of value: VelocityValue) -> [VelocityValue] {
        switch value {
        case .list(let list): list.items
        case .map(let map): map.entries.map(\.value)
        default: []
        }
    }

    /// Counts a step; a loop inside of a loop inside of a loop ends here.
    func countStep(line: Int) throws(VelocityError) {
        stepCount += 1
        if stepCount > limits.stepCount {
            throw VelocityError(line: line, reason: "the template takes too long")
        }
    }

    /// Refuses text that became too long.
    func check(_ text: String, line: Int) throws(VelocityError) {
        if text.utf8.count > limits.textByteCount {
            throw VelocityError(line: line, reason: "the text is longer than \(limits.textByteCount) bytes")
        }
    }
}
