/// Something that happened to a request, as a CloudEvents 1.0 JSON document.
///
/// An event is a function of the record alone: told again after a crash, it has the same id and the same content.
package struct Event: WireValue {
    /// The media type of the document.
    package static let mediaType = "application/cloudevents+json"

    /// The version of CloudEvents.
    package let specversion: String
    /// Unique with `source`: a receiver that has seen it knows the event already.
    package let id: String
    /// The request's path.
    package let source: String
    /// What happened.
    package let type: String
    /// The request's id.
    package let subject: RequestID
    /// When it happened.
    package let time: Timestamp
    /// The media type of `data`.
    package let datacontenttype: String
    /// The event's place among those of its request, as a number in a string (extension "sequence").
    package let sequence: String
    /// How to compare `sequence`.
    package let sequencetype: String
    /// The request's state.
    package let data: EventData

    /// The event that tells the present state of a record.
    package init(of record: Record, contact: RequestContact) {
        specversion = "1.0"
        id = record.eventID
        source = "/requests/\(record.requestId)"
        type = EventKind(of: record).type
        subject = record.requestId
        time = record.status.isTerminal ? record.statusReachedAt : record.updatedAt
        datacontenttype = "application/json"
        sequence = String(record.sequence)
        sequencetype = "Integer"
        data = EventData(
            requestId: record.requestId,
            status: record.status,
            progress: record.progress,
            channel: contact.channel,
            attributes: contact.attributes,
            outputs: record.status == .processed ? record.outputs : nil,
            puzzle: record.status == .processed ? record.puzzle : nil,
            failure: record.failure
        )
    }
}
