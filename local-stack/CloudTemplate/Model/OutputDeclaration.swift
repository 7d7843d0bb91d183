/// An output as a template declares it.
package struct OutputDeclaration: Sendable {
    /// The output's name.
    package let name: String
    /// What it tells people.
    package let description: String?
    /// Its value; nothing evaluated yet.
    package let value: TemplateNode
    /// The condition under which it exists.
    package let condition: String?

    static func read(_ entry: TemplateMapping.Entry, problems: ProblemList) -> OutputDeclaration? {
        let reader = PropertyReader(entry.value, path: entry.key, problems: problems)
        reader.acknowledge("Export")
        guard let value = reader.node("Value") else {
            problems.add(entry.keyMark, "the output \(entry.key) has no Value")
            return nil
        }
        return OutputDeclaration(
            name: entry.key,
            description: reader.text("Description"),
            value: value,
            condition: reader.text("Condition")
        )
    }
}
