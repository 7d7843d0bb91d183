/// A JSON value that keeps the order of members and the digits of numbers.
indirect enum JSONValue: Sendable {
    case null
    case boolean(Bool)
    /// A number as it was written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// The value of a member, if this is an object that has it.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The characters, if this is a string.
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

/// One named value of an object.
struct JSONMember: Sendable {
    let name: String
    var value: JSONValue
}
