package import LocalStore

/// One action of a service: a function from its input and the state to its output.
///
/// What it needs besides, such as those who wait for a queue's messages, it holds; the service's table gives it.
package protocol ServiceAction: Sendable {
    /// What the request says.
    associatedtype Input: Decodable & Sendable
    /// What the answer says.
    associatedtype Output: Encodable & Sendable

    /// The action's name in the service's model.
    var name: String { get }

    /// Whether the action is for everybody who knows what it names, without a signature.
    var isForAnyone: Bool { get }

    /// Whether the Query protocol writes a result, be it an empty one.
    var hasResult: Bool { get }

    /// Does what the action does; everything it changes becomes durable together, or nothing.
    func perform(
        _ input: Input,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> Output

    /// Performs the action in a transaction of the writer's; `then` is called once its changes are durable.
    ///
    /// There is one way for all actions, and one for those that wait (`WaitingAction`).
    func run(
        _ input: Input,
        _ context: ActionContext,
        _ writer: StateWriter,
        then: @escaping ActionCompletion
    )
}

extension ServiceAction {
    /// The name of the type.
    package var name: String { String(describing: Self.self) }

    /// Only those who signed may ask.
    package var isForAnyone: Bool { false }

    /// Actions that answer something have a result.
    package var hasResult: Bool { Output.self != Nothing.self }

    /// Answers what the action puts out, at once.
    package func run(
        _ input: Input,
        _ context: ActionContext,
        _ writer: StateWriter,
        then: @escaping ActionCompletion
    ) {
        writer.run { database throws(ServiceError) in
            try perform(input, database, context)
        } then: { result in
            // Answers are encoded after the commit, when other actions no longer wait for this one.
            then(result.answer)
        }
    }
}

/// An input or output without members.
package struct Nothing: Codable, Sendable {
    /// Nothing at all.
    package init() {}
}
