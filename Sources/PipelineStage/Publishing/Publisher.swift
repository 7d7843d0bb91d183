import PipelineRuntime
import StageContracts

/// Tells the next stage and the world what the record says.
struct Publisher {
    let client: SNSClient
    let topics: Topics

    /// Publishes the event that tells the record's present state.
    func publishEvent(of stored: StoredRecord) throws(AWSError) {
        let contact = stored.contact
        var attributes = contact.attributes.values
        for name in EventAttributeName.allCases {
            attributes[name.rawValue] = Self.value(of: name, stored)
        }
        try client.publish(
            Event(of: stored.record, contact: contact).encodedText,
            to: topics.events,
            attributes: attributes.mapValues(SNSAttribute.string)
        )
    }

    private static func value(of name: EventAttributeName, _ stored: StoredRecord) -> String? {
        switch name {
        case .type: EventKind(of: stored.record).rawValue
        case .status: stored.record.status.rawValue
        case .requestId: stored.record.requestId.text
        case .channel: stored.contact.channel?.text
        }
    }

    /// Publishes what follows from the record's state: nothing while a stage has the request in hand.
    ///
    /// The event goes first: once the next stage has begun, both are known to have been published. The last event is
    /// the notifier's, which publishes it when it has told the owner, or has tried to.
    func publishOutcome(of stored: StoredRecord) throws(AWSError) {
        let record = stored.record
        switch record.status {
        case .preprocessed:
            try publishEvent(of: stored)
            try publish(.preprocessed, stored, to: topics.preprocessed)
        case .cancelled: try publishEvent(of: stored)
        case .processed, .failed:
            guard record.stages.notify == nil else { return try publishEvent(of: stored) }
            try publish(.outcome, stored, to: topics.outcomes)
        case .pending, .preprocessing, .processing:
            break
        }
    }

    /// Leaves the rest of a stage's work to a message of its own.
    func publishRest(_ kind: StageMessage.Kind, of stored: StoredRecord) throws(AWSError) {
        try publish(kind, stored, to: topics.outcomes)
    }

    /// Publishes a message between stages; that of an urgent request says so, and that of a webhook, too, for the
    /// subscriptions of their own queues.
    private func publish(
        _ kind: StageMessage.Kind,
        _ stored: StoredRecord,
        to topicARN: String
    ) throws(AWSError) {
        let id = stored.record.requestId
        let attributes = stored.contact.attributes
        var fields = ["requestId": id.text]
        if kind == .webhook { fields["kind"] = kind.rawValue }
        if attributes.isUrgent { fields["priority"] = attributes.values["priority"] }
        try client.publish(
            StageMessage(kind, requestId: id).encodedText,
            to: topicARN,
            attributes: fields.mapValues(SNSAttribute.string)
        )
    }
}
