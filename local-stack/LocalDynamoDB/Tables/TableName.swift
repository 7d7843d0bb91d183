import LocalServiceKit

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
    ///
    /// The names of new tables have three characters at least; elsewhere shorter ones are merely not found.
    init(_ text: String, minimumLength: Int = 1) throws(ServiceError) {
        if let arn = ARN(text), arn.service == "dynamodb", arn.resource.hasPrefix("table/") {
            name = String(arn.resource.dropFirst("table/".utf8.count))
            location = arn.location
        } else {
            name = text
            location = nil
        }
        try Self.violations(of: name, at: "tableName", minimumLength: minimumLength).requireNone()
    }

    /// The rules that a name breaks.
    static func violations(
        of name: String,
        at member: String,
        minimumLength: Int = 3
    ) -> [Constraint] {
        var constraints: [Constraint] = []
        if !name.utf8.allSatisfy({ $0.isNameCharacter || $0 == UInt8(ascii: ".") }) {
            constraints.append(Constraint(name, at: member, .pattern("[a-zA-Z0-9_.-]+")))
        }
        if name.utf8.count < minimumLength {
            constraints.append(Constraint(name, at: member, .minimumLength(minimumLength)))
        }
        if name.utf8.count > 255 { constraints.append(Constraint(name, at: member, .maximumLength(255))) }
        return constraints
    }
}
