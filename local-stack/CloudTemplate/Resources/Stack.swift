/// What a template describes for one set of parameters: everything is evaluated, nothing is built.
package struct Stack: Sendable {
    /// What the template was evaluated with.
    package let settings: StackSettings
    /// The resources whose conditions are true; each comes after those that it refers to.
    package let resources: [StackResource]
    /// Outputs by name, in order.
    package let outputs: [StackOutput]
    /// What tools other than CloudFormation are told.
    package let metadata: TemplateNode?
    /// Sections of the template that have no effect here.
    package let unusedSections: [PropertyLeftover]
}
