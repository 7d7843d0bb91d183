import FoundationEssentials
import PipelineRuntime

/// A key that signs webhooks: `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks 1.0.0, "Signature scheme").
struct WebhookSecret: Sendable {
    private let key: [UInt8]

    private static let prefix = "whsec_"

    /// Reads a secret; nil for what is none.
    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix),
            let key = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))),
            (24...64).contains(key.count)
        else { return nil }
        self.key = Array(key)
    }

    /// The signature of a message, with the scheme's name before it.
    ///
    /// - Parameters:
    ///   - body: The body, byte for byte as it is sent.
    ///   - id: The message's id, without a full stop: that is what parts id, time and body.
    ///   - timestamp: When it is sent, in seconds since 1970.
    /// - Returns: `v1,` and the signature in base64.
    func signature(of body: [UInt8], id: String, timestamp: Int) -> String {
        let content = Array("\(id).\(timestamp).".utf8) + body
        return "v1,\(HMACSHA256.code(of: content, key: key).base64)"
    }
}

extension WebhookSecret {
    /// Reads secrets separated by commas, with blanks around them; nil if one of them is none.
    static func list(_ text: String) -> [WebhookSecret]? {
        let texts = text.split(separator: ",").map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        let secrets = texts.compactMap(WebhookSecret.init)
        return secrets.count == texts.count ? secrets : nil
    }
}
