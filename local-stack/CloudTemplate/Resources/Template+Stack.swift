extension Template {
    /// Evaluates the template.
    ///
    /// Throws `TemplateError` with all problems: parameters, functions, references, and resources that depend on each other
    /// in a circle.
    package func stack(_ settings: StackSettings) throws(TemplateError) -> Stack {
        try StackBuilder(self, settings).stack()
    }
}

private struct StackBuilder {
    private let template: Template
    private let evaluation: TemplateEvaluation
    private let globals: GlobalProperties

    init(_ template: Template, _ settings: StackSettings) {
        self.template = template
        evaluation = TemplateEvaluation(template, settings)
        globals = GlobalProperties(sections: template.globals)
    }

    func stack() throws(TemplateError) -> Stack {
        for name in evaluation.conditions.names {
            _ = holds(name, at: template.conditions.entry(name)?.keyMark)
        }
        var order = DependencyOrder()
        var resources: [String: StackResource] = [:]
        for declaration in template.resources where holds(declaration.condition, at: declaration.mark) {
            guard let resource = resource(declaration, &order) else { continue }
            resources[declaration.logicalID] = resource
        }
        let outputs = template.outputs.compactMap(output)
        let ids = order.sorted(problems: evaluation.problems)
        try evaluation.problems.throwIfAny()
        return Stack(
            settings: evaluation.settings,
            resources: ids.compactMap { resources[$0] },
            outputs: outputs,
            metadata: template.metadata,
            unusedSections: template.unusedSections
        )
    }

    private func resource(
        _ declaration: ResourceDeclaration,
        _ order: inout DependencyOrder
    ) -> StackResource? {
        evaluation.references = []
        let properties = evaluation.collectedValue(of: globals.properties(of: declaration))
        for dependency in declaration.dependencies { depend(on: dependency, of: declaration) }
        order.add(declaration.logicalID, at: declaration.mark, after: evaluation.references)
        let identity = collecting { () throws(TemplateProblem) in
            try evaluation.identities.identity(
                of: declaration.logicalID,
                at: declaration.mark,
                in: evaluation
            )
        }
        guard let properties, let identity else { return nil }
        return StackResource(
            logicalID: declaration.logicalID,
            type: declaration.type,
            mark: declaration.mark,
            properties: properties,
            identity: identity,
            unusedAttributes: declaration.unusedAttributes
        )
    }

    private func depend(on dependency: String, of declaration: ResourceDeclaration) {
        if evaluation.identities.declares(dependency) {
            evaluation.references.insert(dependency)
        } else {
            evaluation.problems.add(declaration.mark, "DependsOn names no resource: \"\(dependency)\"")
        }
    }

    private func output(_ declaration: OutputDeclaration) -> StackOutput? {
        guard holds(declaration.condition, at: declaration.value.mark) else { return nil }
        return collecting { () throws(TemplateProblem) in
            let value = try evaluation.text(of: declaration.value, for: "the output \(declaration.name)")
            return StackOutput(name: declaration.name, description: declaration.description, value: value)
        }
    }

    private func holds(_ condition: String?, at mark: SourceMark?) -> Bool {
        guard let condition, let mark else { return true }
        return collecting { () throws(TemplateProblem) in
            try evaluation.conditions.value(of: condition, at: mark, in: evaluation)
        } ?? false
    }

    private func collecting<Value>(_ body: () throws(TemplateProblem) -> Value) -> Value? {
        do throws(TemplateProblem) {
            return try body()
        } catch {
            evaluation.problems.add([error])
            return nil
        }
    }
}
