/// Why a message does not have the shape that the action needs.
package enum WireError: Error, Hashable {
    /// The text is not well-formed; at that byte.
    case malformed(offset: Int)
    /// A member that the action needs is missing; its path from the message's root, in the wire's names.
    case missing(path: [String])
    /// A member has another type; the text is the one that AWS's JSON services answer.
    case mismatch(String)

    /// The same problem, seen from the member's parent.
    func inside(_ member: String) -> WireError {
        if case .missing(let path) = self { .missing(path: [member] + path) } else { self }
    }
}
