import LocalServiceKit

/// A message that somebody looks at without receiving it.
struct QueueContent: Sendable {
    private let message: ReceivedMessage

    /// The handle says that nobody received the message by it; LocalStack has the same text.
    private static let handle = "SQS/BACKDOOR/ACCESS"

    /// - Parameters:
    ///   - message: the message as it is stored.
    ///   - marks: what the page says of it beside its attributes.
    init(_ message: StoredMessage, marks: [String: String]) {
        var message = message
        message.receiptHandle = Self.handle
        self.message = ReceivedMessage(message, .all, more: marks)
    }

    /// The message as `ReceiveMessage` answers it.
    var value: WireValue { (try? WireValue.of(message)) ?? .null }

    /// The same with lists of names and values in place of maps.
    var listed: WireValue {
        guard case .object(let object) = value else { return value }
        return .object(
            WireObject(
                object.members.map { member in
                    guard case .object(let map) = member.value else { return member }
                    let entries = map.members.map { entry -> WireValue in
                        ["Name": .string(entry.name), "Value": entry.value]
                    }
                    return WireObject.Member(String(member.name.dropLast()), .array(entries))
                }
            )
        )
    }
}
