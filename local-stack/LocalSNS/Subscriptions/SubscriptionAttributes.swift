import LocalServiceKit

/// The attributes of a subscription that its owner can set, as texts.
struct SubscriptionAttributes: Sendable, Hashable {
    /// What was set.
    private(set) var values: [String: String]

    private static let names: Set = [
        "DeliveryPolicy", "FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy",
        "ReplayPolicy", "SubscriptionRoleArn",
    ]

    /// Attributes without checks, as they were stored.
    init(stored values: [String: String] = [:]) {
        self.values = values
    }

    /// Checked attributes of a new subscription.
    init(subscribing values: [String: String], isFIFO: Bool) throws(ServiceError) {
        self.values = [:]
        // The scope comes first, as the policy's form depends on it.
        let policy = "FilterPolicy"
        for name in values.keys.filter({ $0 != policy }).sorted() + [policy] {
            guard let value = values[name] else { continue }
            try set(name, value, isFIFO: isFIFO, reason: "Attributes Reason: ")
        }
    }

    /// Sets one attribute; an empty text takes a policy away.
    mutating func set(
        _ name: String,
        _ value: String,
        isFIFO: Bool,
        reason: String = ""
    ) throws(ServiceError) {
        guard Self.names.contains(name) else { throw .invalidSNSParameter("\(reason)AttributeName") }
        switch name {
        case "RawMessageDelivery": try Self.checkFlag(name, value, reason)
        case "FilterPolicyScope": try setScope(value, reason)
        case "FilterPolicy": try Self.checkFilter(value, scope, reason)
        case "RedrivePolicy": _ = try Self.deadLetterTarget(value, isFIFO: isFIFO, reason)
        default: break
        }
        values[name] = value.isEmpty ? nil : name == "RawMessageDelivery" ? value.lowercased() : value
    }

    private mutating func setScope(_ value: String, _ reason: String) throws(ServiceError) {
        guard let scope = FilterScope(rawValue: value) else {
            throw .invalidSNSParameter(
                "\(reason)FilterPolicyScope: Invalid value [\(value)]. Please use either MessageBody or MessageAttributes"
            )
        }
        try Self.checkFilter(values["FilterPolicy"] ?? "", scope, reason)
    }

    private static func checkFlag(_ name: String, _ value: String, _ reason: String) throws(ServiceError) {
        guard ["true", "false"].contains(value.lowercased()) else {
            throw .invalidSNSParameter("\(reason)\(name): Invalid value [\(value)]. Must be true or false.")
        }
    }

    private static func checkFilter(
        _ text: String,
        _ scope: FilterScope,
        _ reason: String
    ) throws(ServiceError) {
        do throws(FilterPolicyError) {
            _ = try FilterPolicy(text, scope: scope)
        } catch {
            throw .invalidSNSParameter(reason + error.text)
        }
    }

    /// The queue that a redrive policy names; nil where the text is empty.
    private static func deadLetterTarget(
        _ text: String,
        isFIFO: Bool,
        _ reason: String
    ) throws(ServiceError) -> String? {
        guard !text.isEmpty else { return nil }
        guard case .object(let policy)? = try? WireValue(json: Array(text.utf8)) else {
            throw .invalidSNSParameter("\(reason)RedrivePolicy: failed to parse JSON.")
        }
        guard let target = policy["deadLetterTargetArn"]?.text, ARN(target)?.service == "sqs" else {
            throw .invalidSNSParameter("\(reason)RedrivePolicy: deadLetterTargetArn is an invalid arn")
        }
        guard !isFIFO || target.hasSuffix(".fifo") else {
            throw .invalidSNSParameter(
                "\(reason)RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic."
            )
        }
        return target
    }

    /// Whether messages are delivered as they are.
    var isRaw: Bool { values["RawMessageDelivery"] == "true" }

    /// What the filter policy looks at.
    var scope: FilterScope { values["FilterPolicyScope"].flatMap(FilterScope.init) ?? .messageAttributes }

    /// The ARN of the queue for what cannot be delivered.
    var deadLetterTarget: String? {
        try? Self.deadLetterTarget(values["RedrivePolicy"] ?? "", isFIFO: false, "")
    }
}
