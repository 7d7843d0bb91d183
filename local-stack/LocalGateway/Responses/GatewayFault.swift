/// Why the gateway answers itself.
struct GatewayFault: Error, Sendable {
    let type: GatewayResponseType
    /// `$context.error.message`.
    let message: String
    /// Every way in which the body breaks its schema.
    let problems: [SchemaProblem]
    /// What the operator should know and the caller should not.
    let detail: String?

    init(
        _ type: GatewayResponseType,
        message: String? = nil,
        problems: [SchemaProblem] = [],
        detail: String? = nil
    ) {
        self.type = type
        self.message = message ?? type.message
        self.problems = problems
        self.detail = detail
    }

    /// `$context.error.validationErrorString`.
    var validationErrorString: String { "[" + problems.map(\.detail).joined(separator: ", ") + "]" }
}
