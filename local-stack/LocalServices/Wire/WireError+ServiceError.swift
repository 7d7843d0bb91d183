extension ServiceError {
    /// A request whose message does not have the shape that its action needs.
    package static func malformed(_ error: WireError) -> ServiceError {
        switch error {
        case .malformed(let offset): .malformed("The message is malformed at byte \(offset)")
        case .mismatch(let message): .malformed(message)
        case .missing(let path):
            ServiceError(
                "ValidationException",
                queryCode: "ValidationError",
                "1 validation error detected: Value null at '\(path.map(\.beginningLowercased).joined(separator: "."))' "
                    + "failed to satisfy constraint: Member must not be null"
            )
        }
    }
}

extension String {
    /// The text with a small first letter, as error texts write the names of members.
    fileprivate var beginningLowercased: String { prefix(1).lowercased() + dropFirst() }
}
