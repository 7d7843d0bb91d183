import CloudTemplate

/// What the validator does not hold a value to, as API Gateway's cannot, but tells together with its own refusals:
/// `x-schema-propertyNames` and `x-unique-members`, which a mapping template refuses, and `x-told-too`, a schema that something
/// later holds the value to.
struct AsideRule: SchemaRule {
    private let names: JSONSchema?
    private let uniqueMembers: [(name: String, text: String)]
    private let told: JSONSchema?

    var parts: [JSONSchema] { [names, told].compactMap(\.self) }

    init?(_ reader: PropertyReader) {
        let keywords = (names: CallersKeyword.propertyNames, unique: "x-unique-members", told: "x-told-too")
        guard [keywords.names, keywords.unique, keywords.told].contains(where: reader.holds) else {
            return nil
        }
        names = reader.reader(keywords.names).map { JSONSchema($0) }
        told = reader.reader(keywords.told).map { JSONSchema($0) }
        let unique = reader.reader(keywords.unique)
        uniqueMembers = (unique?.names ?? []).compactMap { name in unique?.text(name).map { (name, $0) } }
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        if let told { check.checkAside(isBinding: false) { $0.check(value, told) } }
        switch value {
        case .object(let members): checkNames(of: members, &check)
        case .array(let elements):
            for (name, text) in uniqueMembers { Self.checkUnique(name, text, in: elements, &check) }
        default: break
        }
    }

    private func checkNames(of members: [JSONMember], _ check: inout SchemaCheck) {
        guard let names else { return }
        check.checkAside(isBinding: true) { check in
            for member in members { check.check(.string(member.name), at: member.name, names) }
        }
    }

    private static func checkUnique(
        _ name: String,
        _ text: String,
        in elements: [JSONValue],
        _ check: inout SchemaCheck
    ) {
        var seen: Set<String> = []
        check.checkAside(isBinding: true) { check in
            for (index, element) in elements.enumerated() {
                guard let value = element[name]?.canonicalText, !seen.insert(value).inserted else { continue }
                check.add(
                    .duplicate,
                    "the \(name) of element \(index) stands twice",
                    text: text,
                    at: [String(index), name]
                )
            }
        }
    }
}
