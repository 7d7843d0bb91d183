/// One entry of a batch, which has its own outcome.
protocol BatchEntry: Codable, Sendable {
    /// The name by which the answer refers to the entry.
    var id: String { get }
}
