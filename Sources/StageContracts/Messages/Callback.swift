/// What a webhook says: that a request has ended, and everything that is known of it.
///
/// The shape is that of Standard Webhooks 1.0.0: a type, the moment of the event, and the data.
package struct Callback: WireValue {
    /// What happened: the type of the request's last event.
    package let type: String
    /// When it happened.
    package let timestamp: Timestamp
    /// The request's record, without who was told of it.
    package let data: Record
    /// The caller's words about the request.
    package let attributes: Attributes

    /// The callback about a request that has ended.
    package init(of record: Record, attributes: Attributes) {
        type = EventKind(of: record).type
        timestamp = record.statusReachedAt
        data = record.withoutNotifications
        self.attributes = attributes
    }
}
