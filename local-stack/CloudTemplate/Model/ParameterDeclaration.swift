/// A parameter as a template declares it.
package struct ParameterDeclaration: Sendable {
    /// The name that `Ref` uses.
    package let name: String
    /// Where it is declared.
    package let mark: SourceMark
    /// `String`, `Number`, `CommaDelimitedList`, `List<…>` or an AWS-specific type, which is text here.
    package let type: String
    /// The value that counts when nobody gives one.
    package let defaultValue: String?
    /// What a value has to satisfy.
    package let constraints: ParameterConstraints
    /// Whether a value is secret, and is never repeated (`NoEcho`).
    package let isSecret: Bool

    /// Whether a value is a list written with commas.
    package var isList: Bool { type == "CommaDelimitedList" || type.hasPrefix("List<") }

    static func read(_ entry: TemplateMapping.Entry, problems: ProblemList) -> ParameterDeclaration? {
        let reader = PropertyReader(entry.value, path: entry.key, problems: problems)
        reader.acknowledge("Description")
        guard let type = reader.requiredText("Type") else { return nil }
        if type.hasPrefix("AWS::SSM::") {
            reader.refuse("Type", "is \(type): there is no parameter store on this machine")
        }
        let declaration = ParameterDeclaration(
            name: entry.key,
            mark: entry.keyMark,
            type: type,
            defaultValue: reader.holds("Default") ? reader.text("Default") ?? "" : nil,
            constraints: ParameterConstraints(reader),
            isSecret: reader.boolean("NoEcho") ?? false
        )
        for leftover in reader.leftovers {
            problems.add(leftover.mark, "a parameter has no \(leftover.path)")
        }
        return declaration
    }

    /// The value as `Ref` gives it: text, or a list of texts.
    ///
    /// Throws `TemplateProblem` if there is no value or it breaks a constraint.
    func value(override: String?) throws(TemplateProblem) -> TemplateNode {
        guard let text = override ?? defaultValue else {
            throw TemplateProblem(mark, "the parameter \(name) has no default: give it a value")
        }
        let parts = isList ? text.split(separator: ",").map { trimmed($0) } : [text]
        for part in parts {
            if let reason = constraints.violation(by: part, type: type) {
                let value = isSecret ? "what was given" : "\"\(part)\""
                throw TemplateProblem(mark, "the parameter \(name) cannot be \(value): \(reason)")
            }
        }
        let nodes = parts.map { TemplateNode(text: $0, at: mark) }
        return isList ? TemplateNode(.sequence(nodes), at: mark) : nodes[0]
    }

    private func trimmed(_ text: Substring) -> String {
        String(text.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
