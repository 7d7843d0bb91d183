/// The JSON of a policy; where a list is expected, one element may stand by itself.
struct PolicyDocument: Decodable {
    struct Statement: Decodable {
        let effect: String
        let principal: Principal
        let action: OneOrMore
        let resource: OneOrMore
        /// The members that change what a statement means and are not enforced here.
        let others: [String]
    }

    /// `"*"`, or callers by kind.
    enum Principal: Decodable {
        case everybody
        case kinds([String: OneOrMore])
    }

    /// Texts.
    struct OneOrMore: Decodable {
        let values: [String]
    }

    /// A value that is neither a text nor a list of texts.
    struct NotOneOrMore: Error {}

    let version: String?
    let statements: [Statement]

    private enum CodingKeys: String, CodingKey {
        case version = "Version"
        case statements = "Statement"
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        version = try members.decodeIfPresent(String.self, forKey: .version)
        if let one = try? members.decode(Statement.self, forKey: .statements) {
            statements = [one]
        } else {
            statements = try members.decode([Statement].self, forKey: .statements)
        }
    }
}

extension PolicyDocument.Statement {
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }

    private static let known: Set<String> = ["Sid", "Effect", "Principal", "Action", "Resource"]

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Name.self)
        let names = members.allKeys.map(\.stringValue)
        others = names.filter { !Self.known.contains($0) }.sorted()
        effect = try members.decode(String.self, forKey: Name(stringValue: "Effect"))
        // What stands in a member's place is told before its absence.
        func value<Value: Decodable>(_ name: String, _ replaced: Value) throws -> Value {
            if names.contains("Not" + name) { return replaced }
            return try members.decode(Value.self, forKey: Name(stringValue: name))
        }
        principal = try value("Principal", .everybody)
        action = try value("Action", PolicyDocument.OneOrMore(values: []))
        resource = try value("Resource", PolicyDocument.OneOrMore(values: []))
    }
}

extension PolicyDocument.Principal {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            guard text == "*" else { throw PolicyDocument.NotOneOrMore() }
            self = .everybody
        } else {
            self = .kinds(try container.decode([String: PolicyDocument.OneOrMore].self))
        }
    }
}

extension PolicyDocument.OneOrMore {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            values = [text]
        } else if let texts = try? container.decode([String].self) {
            values = texts
        } else {
            throw PolicyDocument.NotOneOrMore()
        }
    }
}
