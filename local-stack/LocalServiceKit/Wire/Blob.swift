import FoundationEssentials

/// Bytes that travel as base64 text in every protocol.
package struct Blob: Sendable, Hashable, Codable {
    /// The bytes themselves.
    package var bytes: [UInt8]

    /// Those bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes of a base64 text (RFC 4648 with padding); nil for anything else.
    package init?(base64 text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        bytes = Array(data)
    }

    /// The base64 text.
    package var base64: String { Data(bytes).base64EncodedString() }

    /// Reads a base64 text; throws `ServiceError` for anything else.
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let blob = Blob(base64: text) else {
            throw ServiceError.malformed("Invalid base64 text: \(text.prefix(64))")
        }
        self = blob
    }

    /// Writes the base64 text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(base64)
    }
}
