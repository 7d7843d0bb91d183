import LocalServiceKit
import LocalStore

extension Database {
    /// The tags of the queue.
    func tags(of queue: Queue) throws(ServiceError) -> [String: String] {
        let row = try first("SELECT tags FROM sqs_queue WHERE id = ?", .integer(queue.id))
        return try row?.value(Row.texts, of: "tags") ?? [:]
    }

    /// Changes the tags of the queue; it has 50 at most.
    func changeTags(
        of queue: Queue,
        _ change: (inout [String: String]) -> Void
    ) throws(ServiceError) {
        var tags = try tags(of: queue)
        change(&tags)
        guard tags.count <= 50 else {
            throw .invalidParameterValue("Too many tags added for queue \(queue.name).")
        }
        try run("UPDATE sqs_queue SET tags = ? WHERE id = ?", .text(tags.json), .integer(queue.id))
    }
}
