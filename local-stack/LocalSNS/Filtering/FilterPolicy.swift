import LocalServiceKit

/// A subscription's filter policy: which messages it gets.
struct FilterPolicy: Sendable, Hashable {
    /// A message is accepted where all rules of one alternative accept it.
    private let alternatives: [[FilterRule]]

    /// Reads and checks the JSON text of a policy; an empty one accepts everything.
    init(_ text: String, scope: FilterScope) throws(FilterPolicyError) {
        guard !text.isEmpty else {
            alternatives = [[]]
            return
        }
        guard case .object(let policy)? = try? WireValue(json: Array(text.utf8)) else {
            throw FilterPolicyError("failed to parse JSON.")
        }
        alternatives = try FilterPolicyReader(scope: scope).read(policy)
    }

    /// Whether the subscription gets the message.
    func accepts(_ facts: MessageFacts) -> Bool {
        alternatives.contains { rules in rules.allSatisfy { $0.accepts(facts) } }
    }
}
