package import LocalStore

/// Where a request waits for its answer, and how long.
package struct Wait: Sendable {
    private let room: WaitingRoom
    private let subject: String
    private let end: Timestamp

    /// - Parameters:
    ///   - room: who wakes it.
    ///   - subject: whose change it waits for, such as a queue's ARN.
    ///   - end: when it is answered anyway.
    package init(in room: WaitingRoom, for subject: String, until end: Timestamp) {
        self.room = room
        self.subject = subject
        self.end = end
    }

    /// Keeps the request, on the writer's thread.
    func begin(_ request: ParkedRequest, _ database: Database) {
        room.park(request, for: subject, until: end, database)
    }
}
