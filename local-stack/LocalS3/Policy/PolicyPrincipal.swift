import LocalServiceKit

/// Whom a statement of a policy is about.
enum PolicyPrincipal: Sendable, Equatable {
    case everybody
    /// Everybody of an account.
    case account(String)
    /// One role or user, by its ARN.
    case identity(String)

    /// The callers that a policy names.
    static func all(_ principal: PolicyDocument.Principal) throws(ServiceError) -> [PolicyPrincipal] {
        guard case .kinds(let kinds) = principal else { return [.everybody] }
        var principals: [PolicyPrincipal] = []
        for (kind, names) in kinds {
            guard kind == "AWS" else {
                throw .operationNotImplemented("a bucket policy for callers of the kind \(kind)")
            }
            for name in names.values { principals.append(try PolicyPrincipal(name)) }
        }
        return principals
    }

    /// Whether a caller is among them.
    func includes(_ caller: CallerPrincipal) -> Bool {
        switch self {
        case .everybody: true
        case .account(let account): account == caller.account
        case .identity(let arn): arn == caller.roleARN
        }
    }

    private init(_ name: String) throws(ServiceError) {
        let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(
            String.init
        )
        if name == "*" {
            self = .everybody
        } else if Location.isAccount(name) {
            self = .account(name)
        } else if parts.count == 6, parts[0] == "arn", parts[2] == "iam", Location.isAccount(parts[4]) {
            self = parts[5] == "root" ? .account(parts[4]) : .identity(name)
        } else {
            throw .malformedPolicy("Invalid principal in policy")
        }
    }
}
