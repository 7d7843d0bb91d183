package import LocalStore

/// One action of a service: a function from its input and the state to its output.
package protocol ServiceAction: Sendable {
    /// What the request says.
    associatedtype Input: Decodable & Sendable
    /// What the answer says.
    associatedtype Output: Encodable & Sendable

    /// The action's name in the service's model.
    static var name: String { get }

    /// Whether the action is for everybody who knows what it names, without a signature.
    static var isForAnyone: Bool { get }

    /// Does what the action does; everything it changes becomes durable together, or nothing.
    static func perform(
        _ input: Input,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> Output

    /// What the request should wait for, as its output is not yet worth answering; nil to answer it now.
    static func wait(
        _ input: Input,
        _ output: Output,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> QueueWait?
}

extension ServiceAction {
    /// The name of the type.
    package static var name: String { String(describing: Self.self) }

    /// No.
    package static var isForAnyone: Bool { false }

    /// Whether the answer has no result at all.
    static var answersNothing: Bool { Output.self == Nothing.self }

    /// Nothing: answer at once.
    package static func wait(
        _ input: Input,
        _ output: Output,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> QueueWait? {
        nil
    }
}

/// An input or output without members.
package struct Nothing: Codable, Sendable {
    /// Nothing.
    package init() {}
}

/// A request that waits until a queue has messages, or a moment comes.
package struct QueueWait: Sendable {
    /// The queue's ARN.
    let queue: String
    /// When the request is answered anyway.
    let end: Timestamp
}
