/// Finds the identities of a template's resources, each at most once.
final class IdentityTable {
    private let template: Template
    private let declarations: [String: ResourceDeclaration]
    private var identities: [String: ResourceIdentity] = [:]
    private var underWay: [String] = []

    init(_ template: Template) {
        self.template = template
        declarations = Dictionary(
            template.resources.map { ($0.logicalID, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether the template declares a resource.
    func declares(_ logicalID: String) -> Bool { declarations[logicalID] != nil }

    /// The identity of a resource that is referred to at `mark`.
    ///
    /// Throws `TemplateProblem` if there is none, its condition is false, or its name depends on itself.
    func identity(
        of logicalID: String,
        at mark: SourceMark,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> ResourceIdentity {
        guard let declaration = declarations[logicalID] else {
            throw TemplateProblem(mark, "there is no parameter or resource \"\(logicalID)\"")
        }
        if let condition = declaration.condition,
            try !evaluation.conditions.value(of: condition, at: declaration.mark, in: evaluation)
        {
            throw TemplateProblem(mark, "\(logicalID) does not exist: its condition \(condition) is false")
        }
        if let identity = identities[logicalID] { return identity }
        guard !underWay.contains(logicalID) else {
            throw TemplateProblem(mark, "the name of \(logicalID) depends on itself")
        }
        underWay.append(logicalID)
        defer { underWay.removeLast() }
        let kind = ResourceKind.named(declaration.type)
        let name = try name(of: declaration, kind, in: evaluation)
        let identity = ResourceIdentity(kind: kind, name: name, settings: evaluation.settings)
        identities[logicalID] = identity
        return identity
    }

    private func name(
        of declaration: ResourceDeclaration,
        _ kind: ResourceKind?,
        in evaluation: TemplateEvaluation
    ) throws(TemplateProblem) -> String {
        let properties = GlobalProperties(sections: template.globals).properties(of: declaration).mapping
        if let property = kind?.nameProperty, let node = properties?[property],
            let name = try evaluation.value(of: node)?.text
        {
            return name
        }
        let name = ResourceNamePattern.defaultName(
            kind?.defaultName ?? .mixedCase,
            logicalID: declaration.logicalID,
            settings: evaluation.settings
        )
        let isFIFO =
            properties?["FifoQueue"]?.scalar?.boolean ?? properties?["FifoTopic"]?.scalar?.boolean ?? false
        return isFIFO ? "\(name).fifo" : name
    }
}
