/// A resource to build: its properties are evaluated, its names are known.
package struct StackResource: Sendable {
    /// The name within the template.
    package let logicalID: String
    /// For example `AWS::SQS::Queue`.
    package let type: String
    /// Where it is declared.
    package let mark: SourceMark
    /// Its properties, a mapping without functions.
    package let properties: TemplateNode
    /// Its physical name, and what others refer to.
    package let identity: ResourceIdentity
    /// Attributes without effect here, such as `DeletionPolicy`.
    package let unusedAttributes: [PropertyLeftover]
}
