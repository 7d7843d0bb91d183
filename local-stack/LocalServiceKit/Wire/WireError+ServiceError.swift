extension ServiceError {
    /// A request whose message does not have the shape that its action needs.
    package static func malformed(_ error: WireError) -> ServiceError {
        switch error {
        case .malformed(let offset): return .malformed("The message is malformed at byte \(offset)")
        case .mismatch(let message): return .malformed(message)
        case .missing(let path):
            let member = path.map(\.beginningLowercased).joined(separator: ".")
            return .constraints([Constraint(nil, at: member, .notNull)])
        }
    }
}

extension String {
    /// The text with a small first letter, as error texts write the names of members.
    fileprivate var beginningLowercased: String { prefix(1).lowercased() + dropFirst() }
}
