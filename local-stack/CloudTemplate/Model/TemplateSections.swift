/// Reads the sections of a template's root.
struct TemplateSections {
    private let root: PropertyReader
    private let file: String
    private let problems: ProblemList

    init(_ root: TemplateNode, file: String, problems: ProblemList) {
        self.root = PropertyReader(root, problems: problems)
        self.file = file
        self.problems = problems
    }

    func template() -> Template {
        root.acknowledge("AWSTemplateFormatVersion", "Description")
        checkTransform()
        let template = Template(
            file: file,
            parameters: parameters(),
            conditions: section("Conditions"),
            mappings: mappings(),
            globals: globals(),
            resources: resources(),
            outputs: outputs(),
            metadata: root.node("Metadata"),
            unusedSections: sectionLeftovers()
        )
        return template
    }

    private func section(_ name: String) -> TemplateMapping {
        guard let node = root.node(name) else { return TemplateMapping([]) }
        if node.mapping == nil { root.refuse(name, "has to be a mapping, not \(node.kind)") }
        return node.mapping ?? TemplateMapping([])
    }

    private func checkTransform() {
        for transform in root.texts("Transform") ?? [] where transform != "AWS::Serverless-2016-10-31" {
            root.refuse(
                "Transform",
                "\"\(transform)\" cannot be run on this machine; only AWS::Serverless-2016-10-31 can"
            )
        }
    }

    private func parameters() -> [ParameterDeclaration] {
        section("Parameters").entries.compactMap { ParameterDeclaration.read($0, problems: problems) }
    }

    private func mappings() -> TemplateMapping {
        let tables = section("Mappings")
        for table in tables.entries {
            for row in PropertyReader(table.value, path: table.key, problems: problems).namedReaders() {
                _ = row.reader.names
            }
        }
        return tables
    }

    private func globals() -> TemplateMapping {
        let globals = section("Globals")
        for entry in globals.entries where GlobalProperties.resourceTypes[entry.key] == nil {
            problems.add(entry.keyMark, "Globals knows no section \"\(entry.key)\"")
        }
        return globals
    }

    private func resources() -> [ResourceDeclaration] {
        if root.node("Resources") == nil { root.refuse(nil, "Resources is missing") }
        return section("Resources").entries.compactMap { ResourceDeclaration.read($0, problems: problems) }
    }

    private func outputs() -> [OutputDeclaration] {
        section("Outputs").entries.compactMap { OutputDeclaration.read($0, problems: problems) }
    }

    /// Sections that CloudFormation knows are listed as without effect; any other name is a mistake.
    private func sectionLeftovers() -> [PropertyLeftover] {
        let known: Set = ["Rules", "Hooks"]
        let leftovers = root.leftovers
        for leftover in leftovers where !known.contains(leftover.path) {
            problems.add(leftover.mark, "a template has no section \"\(leftover.path)\"")
        }
        return leftovers.filter { known.contains($0.path) }
    }
}
