import LocalServiceKit

/// The text of a message, or one text per protocol (`MessageStructure=json`).
struct TopicMessageText: Sendable {
    private let common: String
    private var byProtocol: [String: String] = [:]

    /// Reads the message in that structure.
    init(_ message: String, structure: String?) throws(ServiceError) {
        guard structure == "json" else {
            common = message
            return
        }
        guard case .object(let object)? = try? WireValue(json: Array(message.utf8)) else {
            throw .invalidSNSParameter("Message Structure - JSON message body failed to parse")
        }
        // Entries that are no texts are passed over.
        for member in object.members { byProtocol[member.name] = member.value.text }
        guard let common = byProtocol["default"] else {
            throw .invalidSNSParameter("Message Structure - No default entry in JSON message body")
        }
        self.common = common
    }

    /// The text for endpoints of that protocol.
    subscript(_ protocolName: String) -> String { byProtocol[protocolName] ?? common }
}
