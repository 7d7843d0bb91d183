/// The physical name of a resource and what other parts of the template may ask of it.
package struct ResourceIdentity: Sendable {
    /// The physical name, such as a queue's name.
    package let name: String
    /// What `Ref` gives.
    package let reference: String
    /// What `Fn::GetAtt` gives, by attribute; nil for a type of which nothing is known here.
    package let attributes: [String: String]?

    init(kind: ResourceKind?, name: String, settings: StackSettings) {
        self.name = name
        let pattern = ResourceNamePattern(name: name, settings: settings)
        reference = pattern.filled(kind?.reference ?? "{name}")
        attributes = kind.map { $0.attributes.mapValues(pattern.filled) }
    }

    /// What `Fn::GetAtt` gives; a resource of an unknown type answers any attribute with a made-up value.
    func attribute(_ attribute: String) -> String? {
        attributes == nil ? "\(name).\(attribute)" : attributes?[attribute]
    }
}
