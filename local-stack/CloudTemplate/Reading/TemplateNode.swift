/// A value of a template with the place it was written at.
package struct TemplateNode: Sendable {
    /// What a node may hold.
    package indirect enum Content: Sendable {
        /// A single value.
        case scalar(TemplateScalar)
        /// Values in order.
        case sequence([TemplateNode])
        /// Values by name.
        case mapping(TemplateMapping)
    }

    /// The value.
    package let content: Content
    /// The place of its first character.
    package let mark: SourceMark
    /// The tag it was written with, such as `!Ref`; nil where there was none.
    package let tag: String?

    /// Makes a node.
    package init(_ content: Content, at mark: SourceMark, tag: String? = nil) {
        self.content = content
        self.mark = mark
        self.tag = tag
    }

    /// Makes a node of text.
    package init(text: String, at mark: SourceMark) {
        self.init(.scalar(TemplateScalar(text, isPlain: false)), at: mark)
    }

    /// The scalar, if this is one.
    package var scalar: TemplateScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The characters of a scalar that is not null.
    package var text: String? {
        if let scalar, !scalar.isNull { scalar.text } else { nil }
    }

    /// The elements, if this is a sequence.
    package var items: [TemplateNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries, if this is a mapping.
    package var mapping: TemplateMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// What kind of value this is, for messages.
    package var kind: String {
        switch content {
        case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
