package import LocalServiceKit
import LocalStore

extension Database {
    /// The queue of that name; nil where there is none.
    func queue(named name: String, in location: Location) throws(ServiceError) -> Queue? {
        try first(
            Queue.self,
            "SELECT \(Queue.columns) FROM sqs_queue WHERE account = ? AND region = ? AND name = ?",
            .text(location.account),
            .text(location.region),
            .text(name)
        )
    }

    /// The queue of that ARN; nil where there is none.
    package func queue(arn text: String) throws(ServiceError) -> Queue? {
        guard let arn = ARN(text), arn.service == "sqs" else { return nil }
        return try queue(named: arn.resource, in: arn.location)
    }

    /// The queue of that URL; throws where there is none.
    ///
    /// What counts is the end of the path, account and name; a region may stand before it (`/queue/eu-west-1/…`) or in the
    /// host (`sqs.eu-west-1.…`), otherwise it is the request's.
    func queue(url: String, _ context: ActionContext) throws(ServiceError) -> Queue {
        let parts = url.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard parts.count >= 2, let name = parts.last else {
            throw .queueDoesNotExist(isQuery: context.isQuery)
        }
        var region = context.location.region
        if parts.count >= 4, parts[parts.count - 4] == "queue" {
            region = parts[parts.count - 3]
        } else if let host = parts.dropFirst().first?.split(separator: "."), host.count > 2, host[0] == "sqs"
        {
            region = String(host[1])
        }
        let location = Location(account: parts[parts.count - 2], region: region)
        guard let queue = try queue(named: name, in: location) else {
            throw .queueDoesNotExist(isQuery: context.isQuery)
        }
        return queue
    }

    /// The queues of an account and region by name.
    func queues(prefix: String, in location: Location) throws(ServiceError) -> [Queue] {
        let queues = try all(
            Queue.self,
            "SELECT \(Queue.columns) FROM sqs_queue WHERE account = ? AND region = ? ORDER BY name",
            .text(location.account),
            .text(location.region)
        )
        return queues.filter { $0.name.hasPrefix(prefix) }
    }

    /// What was set of the queue's attributes.
    func attributes(of queue: Queue) throws(ServiceError) -> QueueAttributes {
        let row = try first("SELECT attributes FROM sqs_queue WHERE id = ?", .integer(queue.id))
        return QueueAttributes(
            stored: try row?.value(Row.texts, of: "attributes") ?? [:]
        )
    }
}
