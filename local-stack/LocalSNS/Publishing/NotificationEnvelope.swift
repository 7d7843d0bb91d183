import LocalJSON
import LocalSQS
import LocalServiceKit
import LocalStore

/// The document about a message that a queue gets without raw delivery.
struct NotificationEnvelope: Sendable {
    let messageID: String
    /// The message's place in a FIFO topic.
    let sequence: Int?
    let topicARN: String
    let subject: String?
    let message: String
    let timestamp: Timestamp
    let attributes: [String: MessageAttribute]
    let unsubscribeURL: String

    /// The members that a signature covers.
    var signedMembers: [(name: String, value: String)] {
        let members = [
            ("Type", "Notification"), ("MessageId", messageID), ("TopicArn", topicARN), ("Message", message),
            ("Timestamp", timestamp.iso8601),
        ]
        return members + (subject.map { [("Subject", $0)] } ?? [])
    }

    /// The JSON text, line by line as SNS writes it; those of FIFO topics have no signature.
    func text(_ signature: NotificationSignature?) -> String {
        var members = [("Type", "Notification"), ("MessageId", messageID)]
        if let sequence { members.append(("SequenceNumber", sequence.topicSequenceNumber)) }
        members.append(("TopicArn", topicARN))
        if let subject { members.append(("Subject", subject)) }
        members += [("Message", message), ("Timestamp", timestamp.iso8601)]
        if let signature {
            members += [
                ("SignatureVersion", String(signature.version)), ("Signature", signature.signature),
                ("SigningCertURL", signature.certificateURL),
            ]
        }
        members.append(("UnsubscribeURL", unsubscribeURL))
        var lines = members.map { "  " + Self.member($0, .string($1)) }
        if !attributes.isEmpty { lines.append(attributeLines) }
        return "{\n\(lines.joined(separator: ",\n"))\n}"
    }

    private var attributeLines: String {
        let lines = attributes.sorted { $0.key < $1.key }.map { name, attribute in
            let value = attribute.isBinary ? attribute.binaryValue?.base64 : attribute.stringValue
            return "    "
                + Self.member(name, ["Type": .string(attribute.dataType), "Value": .string(value ?? "")])
        }
        return "  \"MessageAttributes\" : {\n\(lines.joined(separator: ",\n"))\n  }"
    }

    private static func member(_ name: String, _ value: WireValue) -> String {
        "\(JSONWriter.text(name)) : \(JSONWriter.text(value))"
    }
}
