import LocalServiceKit

/// One statement of a bucket's policy: who may not store objects, and under which keys.
struct PolicyStatement: Sendable {
    private let principals: [PolicyPrincipal]
    private let resources: [PolicyPattern]

    /// Reads a statement of the policy of `bucket`.
    init(_ statement: PolicyDocument.Statement, _ bucket: String) throws(ServiceError) {
        guard ["Allow", "Deny"].contains(statement.effect) else {
            throw .malformedPolicy("Invalid effect: \(statement.effect)")
        }
        guard statement.effect == "Deny" else { throw Self.unknown("Allow") }
        if let other = statement.others.first { throw Self.unknown(other) }
        for action in statement.action.values where action != "s3:PutObject" {
            guard action == "*" || action.hasPrefix("s3:") else {
                throw .malformedPolicy("Policy has invalid action")
            }
            throw Self.unknown("the action \(action)")
        }
        principals = try PolicyPrincipal.all(statement.principal)
        resources = try Self.resources(statement.resource.values, bucket)
    }

    /// Whether the statement forbids a caller to store an object.
    func forbids(_ caller: CallerPrincipal, _ bucket: String, _ key: String) -> Bool {
        principals.contains { $0.includes(caller) }
            && resources.contains { $0.matches("\(bucket)/\(key)") }
    }

    private static func resources(_ texts: [String], _ bucket: String) throws(ServiceError) -> [PolicyPattern]
    {
        var patterns: [PolicyPattern] = []
        for text in texts {
            // arn:partition:s3:::bucket/key, where the key may have colons.
            let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == "s3",
                parts[3].isEmpty, parts[4].isEmpty, parts[5] == bucket || parts[5].hasPrefix(bucket + "/")
            else { throw .malformedPolicy("Policy has invalid resource") }
            patterns.append(PolicyPattern(parts[5]))
        }
        return patterns
    }

    private static func unknown(_ what: String) -> ServiceError {
        .operationNotImplemented("a bucket policy with \(what); only Deny of s3:PutObject is enforced")
    }
}
