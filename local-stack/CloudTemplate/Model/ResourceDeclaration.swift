/// A resource as a template declares it.
package struct ResourceDeclaration: Sendable {
    /// The name that the template's other parts use.
    package let logicalID: String
    /// Where it is declared.
    package let mark: SourceMark
    /// For example `AWS::SQS::Queue`.
    package let type: String
    /// What it is to be; nothing evaluated yet.
    package let properties: TemplateNode
    /// The condition under which it exists.
    package let condition: String?
    /// Resources that have to be there before.
    package let dependencies: [String]
    /// Attributes without effect here, such as `DeletionPolicy`.
    package let unusedAttributes: [PropertyLeftover]

    static func read(_ entry: TemplateMapping.Entry, problems: ProblemList) -> ResourceDeclaration? {
        let reader = PropertyReader(entry.value, path: entry.key, problems: problems)
        guard let type = reader.requiredText("Type") else { return nil }
        if entry.key.wholeMatch(of: /[A-Za-z0-9]+/) == nil {
            problems.add(entry.keyMark, "a resource's name has letters and digits only, not \"\(entry.key)\"")
        }
        let properties =
            reader.node("Properties") ?? TemplateNode(.mapping(TemplateMapping([])), at: reader.mark)
        if properties.mapping == nil {
            reader.refuse("Properties", "has to be a mapping, not \(properties.kind)")
        }
        let attributes: Set = [
            "DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "CreationPolicy", "Metadata",
        ]
        let condition = reader.text("Condition")
        let dependencies = reader.texts("DependsOn") ?? []
        for leftover in reader.leftovers where !attributes.contains(lastName(leftover, in: entry)) {
            problems.add(leftover.mark, "a resource has no \(lastName(leftover, in: entry))")
        }
        return ResourceDeclaration(
            logicalID: entry.key,
            mark: entry.keyMark,
            type: type,
            properties: properties,
            condition: condition,
            dependencies: dependencies,
            unusedAttributes: reader.leftovers.map {
                PropertyLeftover(path: lastName($0, in: entry), mark: $0.mark)
            }
        )
    }

    private static func lastName(_ leftover: PropertyLeftover, in entry: TemplateMapping.Entry) -> String {
        String(leftover.path.dropFirst(entry.key.count + 1))
    }
}
