extension VelocityValue {
    /// The value that templates see of a JSON value.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .number(let digits): self = Int(digits).map { .integer($0) } ?? .decimal(Double(digits) ?? .nan)
        case .string(let text): self = .text(text)
        case .array(let elements):
            self = .list(VelocityList(elements.map { VelocityValue($0) }, isFromJSON: true))
        case .object(let members):
            self = .map(VelocityMap(members.map { ($0.name, VelocityValue($0.value)) }))
        }
    }
}

extension JSONValue {
    /// The JSON of a template's value.
    init(_ value: VelocityValue) {
        switch value {
        case .null, .object: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .integer(let integer): self = .number(String(integer))
        case .decimal(let decimal): self = decimal.isFinite ? .number("\(decimal)") : .null
        case .text(let text): self = .string(text)
        case .list(let list): self = .array(list.items.map { JSONValue($0) })
        case .map(let map):
            self = .object(map.entries.map { JSONMember(name: $0.key, value: JSONValue($0.value)) })
        }
    }
}
