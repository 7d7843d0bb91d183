/// SAM's `Globals`: properties that every resource of a type gets unless it says otherwise.
///
/// By SAM's rules mappings are merged name by name, lists are joined (the global elements first) and single values of the
/// resource replace global ones. A value that is computed by an intrinsic function is replaced as a whole.
struct GlobalProperties {
    /// The resource type of each section.
    static let resourceTypes = [
        "Function": "AWS::Serverless::Function",
        "Api": "AWS::Serverless::Api",
        "HttpApi": "AWS::Serverless::HttpApi",
        "SimpleTable": "AWS::Serverless::SimpleTable",
        "StateMachine": "AWS::Serverless::StateMachine",
    ]

    let sections: TemplateMapping

    /// The properties of a resource, the global ones of its type included.
    func properties(of resource: ResourceDeclaration) -> TemplateNode {
        let section = sections.entries.first { Self.resourceTypes[$0.key] == resource.type }
        guard let section else { return resource.properties }
        return merged(global: section.value, local: resource.properties)
    }

    private func merged(global: TemplateNode, local: TemplateNode) -> TemplateNode {
        guard IntrinsicCall(global) == nil, IntrinsicCall(local) == nil else { return local }
        switch (global.content, local.content) {
        case (.mapping(let globals), .mapping(let locals)):
            return TemplateNode(.mapping(merged(globals, locals)), at: local.mark)
        case (.sequence(let globals), .sequence(let locals)):
            return TemplateNode(.sequence(globals + locals), at: local.mark)
        default: return local
        }
    }

    private func merged(_ globals: TemplateMapping, _ locals: TemplateMapping) -> TemplateMapping {
        let overridden = locals.entries.map { entry in
            guard let global = globals[entry.key] else { return entry }
            let value = merged(global: global, local: entry.value)
            return TemplateMapping.Entry(key: entry.key, keyMark: entry.keyMark, value: value)
        }
        return TemplateMapping(globals.entries.filter { locals[$0.key] == nil } + overridden)
    }
}
