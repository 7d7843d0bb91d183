/// A piece of a template.
indirect enum VelocityNode: Sendable {
    case text(String)
    case reference(VelocityReference)
    case set(VelocityReference, VelocityExpression)
    /// Branches in order; `else` is a branch whose condition is true.
    case conditional([VelocityBranch])
    case loop(variable: String, over: VelocityExpression, body: [VelocityNode], line: Int)
    case leaveLoop
    case stop
}

/// A branch of `#if`.
struct VelocityBranch: Sendable {
    let condition: VelocityExpression
    let body: [VelocityNode]
}
