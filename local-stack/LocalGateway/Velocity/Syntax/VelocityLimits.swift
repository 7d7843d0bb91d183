/// What a mapping template may use up.
struct VelocityLimits: Sendable {
    /// Bytes of a template (API Gateway's quota).
    var templateByteCount = 307_200
    /// Bytes of a rendered template and of any text on the way to it (API Gateway's payload quota).
    var textByteCount = 10_485_760
    /// Rounds of one `#foreach` (API Gateway's quota).
    var roundCount = 1_000
    /// Nodes evaluated in one rendering, nested loops included.
    var stepCount = 1_000_000

    /// API Gateway's quotas where it has some.
    static let standard = VelocityLimits()
}
