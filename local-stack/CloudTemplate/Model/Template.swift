/// A CloudFormation or SAM template as written: its sections are checked for shape, nothing is evaluated yet.
package struct Template: Sendable {
    /// The file's name in messages.
    package let file: String
    /// What a user may set.
    package let parameters: [ParameterDeclaration]
    /// Conditions by name, not yet evaluated.
    package let conditions: TemplateMapping
    /// Tables for `Fn::FindInMap`.
    package let mappings: TemplateMapping
    /// SAM's properties for all functions, APIs and tables.
    package let globals: TemplateMapping
    /// What to build.
    package let resources: [ResourceDeclaration]
    /// What to tell after building.
    package let outputs: [OutputDeclaration]
    /// What tools other than CloudFormation are told; no function is evaluated in it.
    package let metadata: TemplateNode?
    /// Sections that have no effect here.
    package let unusedSections: [PropertyLeftover]

    /// Reads a template from the bytes of a YAML or JSON file.
    ///
    /// Throws `TemplateError` with all problems of the file's shape.
    package static func read(_ bytes: [UInt8], file: String) throws(TemplateError) -> Template {
        let root = try TemplateTreeBuilder.build(bytes, file: file)
        let problems = ProblemList()
        let template = TemplateSections(root, file: file, problems: problems).template()
        try problems.throwIfAny()
        return template
    }
}
