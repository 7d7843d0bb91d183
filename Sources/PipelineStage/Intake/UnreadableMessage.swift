/// A message that no stage can make sense of: it goes to the dead-letter queue, for a person to look at.
struct UnreadableMessage: Error, Equatable, Sendable {
    /// What is wrong with it, for the log.
    let detail: String
}
