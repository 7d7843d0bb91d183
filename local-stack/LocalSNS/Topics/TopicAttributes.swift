import LocalServiceKit

/// The attributes of a topic that its owner can set, as texts.
struct TopicAttributes: Sendable, Hashable {
    /// What was set.
    private(set) var values: [String: String]

    private static let names: Set = [
        "ArchivePolicy", "DataProtectionPolicy", "DeliveryPolicy", "DisplayName", "FifoThroughputScope",
        "KmsMasterKeyId", "Policy", "SignatureVersion", "TracingConfig",
    ]
    private static let onlyOfFIFO: Set = ["ContentBasedDeduplication", "FifoTopic"]
    private static let feedbackEndings = [
        "SuccessFeedbackRoleArn", "SuccessFeedbackSampleRate", "FailureFeedbackRoleArn",
    ]

    /// Attributes without checks, as they were stored.
    init(stored values: [String: String] = [:]) {
        self.values = values
    }

    /// Checked attributes for a new topic.
    init(creating values: [String: String]) throws(ServiceError) {
        self.values = [:]
        // AWS keeps no `FifoTopic` that says false.
        for (name, value) in values.sorted(by: { $0.key < $1.key })
        where name != "FifoTopic" || value.lowercased() == "true" {
            try set(name, value, reason: "Attributes Reason: ")
        }
    }

    /// Sets one attribute; throws AWS's error, which names the parameter that held it.
    mutating func set(_ name: String, _ value: String, reason: String = "") throws(ServiceError) {
        let isFeedback = Self.feedbackEndings.contains { name.hasSuffix($0) }
        guard Self.names.contains(name) || Self.onlyOfFIFO.contains(name) || isFeedback else {
            throw .invalidSNSParameter(
                reason.isEmpty ? "AttributeName" : "\(reason)Unknown attribute \(name)"
            )
        }
        if Self.onlyOfFIFO.contains(name), !["true", "false"].contains(value.lowercased()) {
            throw .invalidSNSParameter("\(reason)\(name): Invalid value [\(value)]. Must be true or false.")
        }
        if name == "SignatureVersion", !["1", "2"].contains(value) {
            throw .invalidSNSParameter("\(reason)SignatureVersion: Invalid value [\(value)]. Must be 1 or 2.")
        }
        if name == "DisplayName", value.utf8.count > 100 {
            throw .invalidSNSParameter("\(reason)DisplayName: must be at most 100 characters long")
        }
        values[name] = Self.onlyOfFIFO.contains(name) ? value.lowercased() : value
    }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool { values[name] == "true" }

    /// The way in which notifications are signed.
    var signatureVersion: Int { values["SignatureVersion"] == "2" ? 2 : 1 }
}
