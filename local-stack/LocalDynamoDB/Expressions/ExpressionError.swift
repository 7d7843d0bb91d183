/// Why an expression is not valid, in DynamoDB's words.
struct ExpressionError: Error, Hashable {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// A word that the grammar does not allow where it stands; `near` is the text around it.
    static func syntax(token: String, near: String) -> ExpressionError {
        ExpressionError("Syntax error; token: \"\(token)\", near: \"\(near)\"")
    }
}

/// The gravest of the problems found in one expression.
///
/// DynamoDB reports one problem only: the first in its own order of kinds, and among those of one kind the first in the
/// text.
struct ExpressionProblems<Kind: RawRepresentable & Sendable> where Kind.RawValue == Int {
    private(set) var gravest: (kind: Kind, message: String)?

    /// Keeps a problem, unless a graver or an earlier one is known.
    mutating func note(_ kind: Kind, _ message: String) {
        if let gravest, gravest.kind.rawValue <= kind.rawValue { return }
        gravest = (kind, message)
    }

    /// Throws the gravest problem, if there is one.
    func throwGravest() throws(ExpressionError) {
        if let gravest { throw ExpressionError(gravest.message) }
    }
}
