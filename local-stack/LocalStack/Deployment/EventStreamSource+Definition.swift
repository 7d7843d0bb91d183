import LocalEventStreams
import LocalGateway

extension EventStreamSource {
    /// The kind of stream that an API's document describes.
    init(_ definition: EventStreamDefinition) {
        self.init(
            topicARN: definition.topicARN,
            attribute: definition.attribute,
            nameAttribute: definition.nameAttribute,
            isNumberedBySequence: definition.isNumberedBySequence,
            lastNames: Set(definition.lastNames),
            lastRetention: .seconds(86_400 * definition.lastRetentionDays),
            patience: .seconds(definition.patienceSeconds ?? 900)
        )
    }
}
