import CloudTemplate

/// What the local stack makes of a template: everything is read and checked, nothing is made yet.
struct StackPlan: Sendable {
    let settings: StackSettings
    /// What services hold, each after those that it needs.
    let resources: [any PlannedResource]
    let functions: [FunctionResource]
    let eventSources: [EventSourceResource]
    let apis: [APIResource]
    let outputs: [StackOutput]
    let pages: [PageDefinition]
    /// What of the template nothing follows from.
    let notActedOn: NotActedOn

    /// Reads a stack's resources; relative folders count from `directory`.
    ///
    /// Throws `TemplateError` with all properties that cannot be used.
    static func read(_ stack: Stack, directory: String) throws(TemplateError) -> StackPlan {
        var builder = StackPlanBuilder(stack, directory: directory)
        for resource in stack.resources { builder.add(resource) }
        return try builder.plan()
    }
}
