/// The conditions on one key, of which one must be met.
struct FilterRule: Sendable, Hashable {
    /// The key; the keys of nested objects are joined by points.
    let path: String
    let conditions: [FilterCondition]

    func accepts(_ facts: MessageFacts) -> Bool {
        conditions.contains { $0.accepts(facts.values[path]) }
    }
}
