/// One way in which a body breaks its schema.
///
/// The texts are those of the validator that API Gateway uses (json-schema-validator), as its answers quote them.
struct SchemaProblem: Sendable, Hashable {
    /// The place in the body, a JSON pointer (RFC 6901).
    let pointer: String
    /// What is wrong there.
    let detail: String
}
