import LocalServiceKit

/// A secret's name, and the ARN that is made of it.
struct SecretName: Sendable {
    let text: String

    /// Throws unless the text may be a secret's name.
    init(_ text: String) throws(ServiceError) {
        var constraints: [Constraint] = []
        if text.isEmpty { constraints.append(Constraint(text, at: "name", .minimumLength(1))) }
        if text.utf8.count > 512 { constraints.append(Constraint(text, at: "name", .maximumLength(512))) }
        try constraints.requireNone()
        guard text.utf8.allSatisfy({ $0.isNameCharacter || Self.marks.contains($0) }) else {
            throw ServiceError(
                "ValidationException",
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: "
                    + "-/_+=.@!"
            )
        }
        self.text = text
    }

    /// The end of a new secret's ARN.
    static var newSuffix: String {
        String((0..<6).map { _ in characters[Int.random(in: characters.indices)] })
    }

    /// The ARN of a secret.
    static func arn(of name: String, suffix: String, in location: Location) -> String {
        location.arn("secretsmanager", "secret:\(name)-\(suffix)")
    }

    private static let marks = Array("/+=.@!".utf8)
    private static let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
