package import LocalServiceKit
package import LocalStore

/// Somebody who is told of all messages that are published, before their delivery and in the same action.
package protocol TopicObserver: Sendable {
    /// Does what it does with a checked message of a topic.
    func observe(_ message: TopicMessage, of topic: Topic, _ database: Database) throws(ServiceError)
}
