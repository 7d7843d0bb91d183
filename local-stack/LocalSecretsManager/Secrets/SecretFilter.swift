import LocalServiceKit

/// What secrets of a list must have: any of the values, or, behind an exclamation mark, anything else.
struct SecretFilter: Decodable, Sendable {
    private static let keys = [
        "description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all",
    ]

    var key: String
    var values: [String]

    /// Throws unless the filter, the `number`th of its request, has a key that AWS knows.
    func check(number: Int) throws(ServiceError) {
        guard Self.keys.contains(key) else {
            let member = "filters.\(number).member.key"
            throw .constraints([Constraint(key, at: member, .enumeration(Self.keys))])
        }
    }

    /// Whether a secret is let through.
    func accepts(_ secret: Secret) -> Bool {
        values.contains { value in
            value.hasPrefix("!") ? !matches(secret, value.dropFirst()) : matches(secret, value[...])
        }
    }

    private func matches(_ secret: Secret, _ value: Substring) -> Bool {
        let keys = Array(secret.tags.keys)
        let values = Array(secret.tags.values)
        let description = secret.description.map { [$0] } ?? []
        switch key {
        case "name": return secret.name.hasPrefix(value)
        case "tag-key": return keys.contains { $0.hasPrefix(value) }
        case "tag-value": return values.contains { $0.hasPrefix(value) }
        case "description": return description.contains { $0.lowercased().hasPrefix(value.lowercased()) }
        case "all":
            let texts = ([secret.name] + description + keys + values).map { $0.lowercased() }
            return value.lowercased().split(separator: " ").allSatisfy { word in
                texts.contains { $0.firstRange(of: word) != nil }
            }
        // No secret has a replica, or belongs to a service.
        default: return false
        }
    }
}
