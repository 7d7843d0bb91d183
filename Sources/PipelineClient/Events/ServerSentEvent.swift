/// An event of a server-sent event stream (HTML Standard, 9.2).
struct ServerSentEvent: Equatable, Sendable {
    /// The stream's last event id when the event was dispatched; empty if it never had one.
    var id: String
    /// The event's type; `message` unless the stream says another one.
    var type: String
    /// The event's data, several lines joined by line feeds.
    var data: String

    /// An event.
    init(id: String = "", type: String = "message", data: String) {
        (self.id, self.type, self.data) = (id, type, data)
    }
}
