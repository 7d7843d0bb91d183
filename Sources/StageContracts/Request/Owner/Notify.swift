/// Who is told how a request goes.
package struct Notify: Encodable, Equatable, Sendable {
    /// The owner's mail address.
    package let email: EmailAddress?
    /// The owner's endpoint for signed callbacks.
    package let webhook: WebAddress?
    /// The channel on which people watch.
    package let channel: ChannelName?
}

extension Notify: ReadableObject {
    init?(reading reader: ObjectReader) {
        email = reader.text("email")
        webhook = reader.text("webhook")
        channel = reader.text("channel")
    }
}
