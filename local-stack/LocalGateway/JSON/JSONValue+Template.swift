import CloudTemplate

extension JSONValue {
    /// The JSON that a resolved part of a template stands for.
    init(_ node: TemplateNode) {
        switch node.content {
        case .scalar(let scalar): self.init(scalar)
        case .sequence(let items): self = .array(items.map { JSONValue($0) })
        case .mapping(let mapping):
            self = .object(mapping.entries.map { JSONMember(name: $0.key, value: JSONValue($0.value)) })
        }
    }

    private init(_ scalar: TemplateScalar) {
        if scalar.isNull {
            self = .null
        } else if let boolean = scalar.boolean {
            self = .boolean(boolean)
        } else if let number = scalar.numberText {
            self = .number(String(number))
        } else {
            self = .string(scalar.text)
        }
    }
}
