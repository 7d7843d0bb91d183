import LocalServiceKit

/// The attributes of a queue that its owner can set, as texts; those that were not set have their defaults.
struct QueueAttributes: Sendable, Hashable {
    /// What was set.
    private(set) var values: [String: String] = [:]

    private static let numbers: [String: (range: ClosedRange<Int>, initial: Int)] = [
        "DelaySeconds": (0...900, 0),
        "MaximumMessageSize": (1024...1_048_576, 1_048_576),
        "MessageRetentionPeriod": (60...1_209_600, 345_600),
        "ReceiveMessageWaitTimeSeconds": (0...20, 0),
        "VisibilityTimeout": (0...43_200, 30),
    ]
    private static let flags: Set = ["ContentBasedDeduplication", "FifoQueue", "SqsManagedSseEnabled"]
    private static let onlyOfFIFO: Set = ["DeduplicationScope", "FifoThroughputLimit"]
    private static let texts: Set = [
        "KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "Policy", "RedriveAllowPolicy", "RedrivePolicy",
    ]
    /// What GetQueueAttributes answers besides.
    static let computed: Set = [
        "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesDelayed",
        "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp", "QueueArn",
    ]

    /// Attributes without checks, as they were stored.
    init(stored values: [String: String] = [:]) {
        self.values = values
    }

    /// Checked attributes for a new queue.
    init(_ values: [String: String], isFIFO: Bool) throws(ServiceError) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { try set(name, value, isFIFO: isFIFO) }
    }

    /// Whether an attribute of that name exists.
    static func isKnown(_ name: String) -> Bool {
        numbers[name] != nil || flags.contains(name) || onlyOfFIFO.contains(name) || texts.contains(name)
            || computed.contains(name)
    }

    /// Sets one attribute; an empty text takes a policy away.
    mutating func set(_ name: String, _ value: String, isFIFO: Bool) throws(ServiceError) {
        if let number = Self.numbers[name] {
            guard let set = Int(value), number.range.contains(set) else { throw Self.invalid(name) }
        } else if Self.flags.contains(name) {
            guard isFIFO || name == "SqsManagedSseEnabled" else { throw .unknownAttribute(name) }
            guard ["true", "false"].contains(value) else { throw Self.invalid(name) }
        } else if Self.onlyOfFIFO.contains(name) {
            guard isFIFO else {
                throw ServiceError(
                    "InvalidAttributeName",
                    "You can specify the \(name) only when FifoQueue is set to true."
                )
            }
        } else if !Self.texts.contains(name) {
            throw .unknownAttribute(name)
        }
        if name == "RedrivePolicy", !value.isEmpty { _ = try RedrivePolicy(value) }
        values[name] = value.isEmpty ? nil : value
    }

    private static func invalid(_ name: String) -> ServiceError {
        .invalidAttributeValue("Invalid value for the parameter \(name).")
    }

    /// A number, or its default.
    func number(_ name: String) -> Int {
        values[name].flatMap { Int($0) } ?? Self.numbers[name]?.initial ?? 0
    }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool { values[name] == "true" }

    /// What GetQueueAttributes answers for these, with the defaults.
    var complete: [String: String] {
        var complete = ["SqsManagedSseEnabled": "true"]
        for (name, number) in Self.numbers { complete[name] = String(number.initial) }
        if flag("FifoQueue") {
            complete["ContentBasedDeduplication"] = "false"
            complete["DeduplicationScope"] = "queue"
            complete["FifoThroughputLimit"] = "perQueue"
        }
        return complete.merging(values) { $1 }
    }
}
