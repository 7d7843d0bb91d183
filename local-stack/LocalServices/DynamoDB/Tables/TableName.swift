/// How a request names a table: by its name, or by its ARN.
struct TableName: Decodable, Hashable, Sendable {
    /// The name.
    let name: String
    /// The place that the ARN gives; nil for a mere name.
    let location: Location?

    /// Reads the text; throws `ServiceError` where it breaks the rules of names.
    init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Reads the text; throws where it breaks the rules of names.
    init(_ text: String, member: String = "tableName") throws(ServiceError) {
        if let arn = ARN(text), arn.service == "dynamodb", arn.resource.hasPrefix("table/") {
            name = String(arn.resource.dropFirst("table/".utf8.count))
            location = arn.location
        } else {
            name = text
            location = nil
        }
        try Self.violations(of: name, at: member).requireNone()
    }

    /// The rules that a name breaks.
    static func violations(of name: String, at member: String) -> [Constraint] {
        var constraints: [Constraint] = []
        if !name.utf8.allSatisfy({ $0.isNameCharacter || $0 == UInt8(ascii: ".") }) || name.isEmpty {
            let rule = "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
            constraints.append(Constraint(name, at: member, rule))
        }
        if name.utf8.count < 3 { constraints.append(Constraint(name, at: member, .minimumLength(3))) }
        if name.utf8.count > 255 { constraints.append(Constraint(name, at: member, .maximumLength(255))) }
        return constraints
    }
}
