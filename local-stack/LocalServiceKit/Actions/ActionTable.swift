/// The actions of one service by name.
package struct ActionTable: Sendable {
    private let actions: [String: any ServiceAction]

    /// A table of those actions.
    package init(_ actions: [any ServiceAction]) {
        self.actions = Dictionary(uniqueKeysWithValues: actions.map { ($0.name, $0) })
    }

    /// The action of that name.
    subscript(_ name: String) -> (any ServiceAction)? { actions[name] }
}
