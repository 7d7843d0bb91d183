import LocalServiceKit
import LocalStore

extension Database {
    /// Creates a queue, or answers the one of that name if it has the same attributes; throws `QueueNameExists` otherwise.
    @discardableResult
    func createQueue(
        _ name: String,
        attributes: [String: String] = [:],
        tags: [String: String] = [:],
        in location: Location
    ) throws(ServiceError) -> Queue {
        let isFIFO = attributes["FifoQueue"] == "true"
        try Self.checkQueueName(name, isFIFO: isFIFO)
        let checked = try QueueAttributes(attributes.filter { !$0.value.isEmpty }, isFIFO: isFIFO)
        if let existing = try queue(named: name, in: location) {
            let current = try self.attributes(of: existing).complete
            let other = checked.values.keys.sorted().first { current[$0] != checked.values[$0] }
            guard let other else { return existing }
            throw ServiceError(
                "QueueNameExists",
                queryCode: "QueueAlreadyExists",
                "A queue already exists with the same name and a different value for attribute \(other)"
            )
        }
        return try insertQueue(name, checked, tags, location)
    }

    private static func checkQueueName(_ name: String, isFIFO: Bool) throws(ServiceError) {
        let isNamedFIFO = name.hasSuffix(".fifo")
        let stem = isNamedFIFO ? String(name.dropLast(5)) : name
        let isValid =
            (1...80).contains(name.utf8.count) && isNamedFIFO == isFIFO && !stem.isEmpty
            && stem.utf8.allSatisfy { $0.isNameCharacter }
        guard !isValid else { return }
        guard isNamedFIFO == isFIFO || !isFIFO else {
            throw .invalidParameterValue(
                "The name of a FIFO queue can only include alphanumeric characters, "
                    + "hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length."
            )
        }
        throw .invalidParameterValue(
            "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length"
        )
    }

    private func insertQueue(
        _ name: String,
        _ attributes: QueueAttributes,
        _ tags: [String: String],
        _ location: Location
    ) throws(ServiceError) -> Queue {
        try run(
            """
            INSERT INTO sqs_queue (account, region, name, attributes, tags, created_at, modified_at, visibility_timeout,
                delay, retention, maximum_size, wait_time, is_fifo, deduplicates_content)
            VALUES (?, ?, ?, '{}', ?, ?, ?, 0, 0, 0, 0, 0, ?, 0)
            """,
            .text(location.account),
            .text(location.region),
            .text(name),
            .text(tags.json),
            .timestamp(now),
            .timestamp(now),
            .bool(attributes.flag("FifoQueue"))
        )
        guard let queue = try queue(named: name, in: location) else { throw .queueDoesNotExist() }
        try store(attributes, of: queue)
        return try self.queue(named: name, in: location) ?? queue
    }

    /// Replaces the queue's attributes.
    func store(_ attributes: QueueAttributes, of queue: Queue) throws(ServiceError) {
        let redrive = try redrivePolicy(attributes, of: queue)
        try run(
            """
            UPDATE sqs_queue SET attributes = ?, modified_at = ?, visibility_timeout = ?, delay = ?, retention = ?,
                maximum_size = ?, wait_time = ?, dead_letter_target = ?, maximum_receives = ?, deduplicates_content = ?
            WHERE id = ?
            """,
            .text(attributes.values.json),
            .timestamp(now),
            .integer(attributes.number("VisibilityTimeout")),
            .integer(attributes.number("DelaySeconds")),
            .integer(attributes.number("MessageRetentionPeriod")),
            .integer(attributes.number("MaximumMessageSize")),
            .integer(attributes.number("ReceiveMessageWaitTimeSeconds")),
            .optional(redrive?.target),
            .optional(redrive?.maximumReceives),
            .bool(attributes.flag("ContentBasedDeduplication")),
            .integer(queue.id)
        )
    }

    /// The policy that the attributes hold; its target must exist and be of the same type as the queue.
    private func redrivePolicy(
        _ attributes: QueueAttributes,
        of queue: Queue
    ) throws(ServiceError) -> RedrivePolicy? {
        guard let text = attributes.values["RedrivePolicy"] else { return nil }
        let policy = try RedrivePolicy(text)
        guard let target = try self.queue(arn: policy.target) else {
            throw RedrivePolicy.invalid(text, "Dead letter target does not exist.")
        }
        guard target.isFIFO == queue.isFIFO else {
            throw RedrivePolicy.invalid(text, "Dead-letter queue must be same type of queue as the source.")
        }
        return policy
    }
}
