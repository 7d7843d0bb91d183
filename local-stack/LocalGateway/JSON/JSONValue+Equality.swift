extension JSONValue {
    /// Text that two values share exactly if JSON Schema calls them equal: members sorted, numbers by their value.
    var canonicalText: String { canonical.text }

    private var canonical: JSONValue {
        switch self {
        case .number(let digits): .number(Self.canonical(number: digits))
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let members):
            .object(
                members.map { JSONMember(name: $0.name, value: $0.value.canonical) }.sorted {
                    $0.name < $1.name
                }
            )
        default: self
        }
    }

    private static func canonical(number digits: String) -> String {
        if let integer = Int(digits) { return String(integer) }
        guard let number = Double(digits), number.isFinite else { return digits }
        return Int(exactly: number).map(String.init) ?? "\(number)"
    }
}
