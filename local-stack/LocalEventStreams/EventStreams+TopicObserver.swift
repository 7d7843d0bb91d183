import LocalSNS
import LocalServiceKit
import LocalStore

extension EventStreams: TopicObserver {
    /// Keeps the message as an event of every stream that it belongs to.
    func observe(_ message: TopicMessage, of topic: Topic, _ database: Database) throws(ServiceError) {
        try database.keep(message, of: topic, watchers)
    }
}
