/// How a stage dealt with the request.
package struct StageRun: Codable, Equatable, Sendable {
    /// How often it began.
    package var attempts: Int
    /// When it began last.
    package var startedAt: Timestamp
    /// When it was finished with the request.
    package var finishedAt: Timestamp?
    /// How long the last attempt took.
    package var milliseconds: Int?
    /// Milliseconds by step of the last attempt.
    package var steps: [String: Int]?

    /// A run of a stage.
    package init(
        attempts: Int,
        startedAt: Timestamp,
        finishedAt: Timestamp? = nil,
        milliseconds: Int? = nil,
        steps: [String: Int]? = nil
    ) {
        self.attempts = attempts
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.milliseconds = milliseconds
        self.steps = steps
    }
}
