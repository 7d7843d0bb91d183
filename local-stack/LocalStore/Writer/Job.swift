/// One queued action: what it does inside the transaction, and who hears of it afterwards.
struct Job: Sendable {
    /// Runs the action; answers what to call with the fate of the commit (nil: it is durable).
    let run: @Sendable (Database) throws -> @Sendable () -> Void
    /// Called instead, when the action threw or its commit failed.
    let fail: @Sendable (any Error) -> Void
}
