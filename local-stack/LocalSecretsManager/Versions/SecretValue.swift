import LocalServiceKit

/// What a version of a secret holds.
enum SecretValue: Sendable, Hashable {
    case text(String)
    case bytes([UInt8])

    private static let maximumByteCount = 65_536

    /// The value that a request gives, if any; throws for two values and for one that is empty or too large.
    init?(_ text: String?, _ blob: Blob?) throws(ServiceError) {
        switch (text, blob) {
        case (nil, nil): return nil
        case (let text?, nil):
            try Self.require(text.utf8.count, at: "secretString")
            self = .text(text)
        case (nil, let blob?):
            try Self.require(blob.bytes.count, at: "secretBinary")
            self = .bytes(blob.bytes)
        case (_?, _?):
            throw .invalidParameter(
                "You can't specify both a binary secret value and a string secret value in the same secret."
            )
        }
    }

    private static func require(_ byteCount: Int, at member: String) throws(ServiceError) {
        var constraints: [Constraint] = []
        if byteCount == 0 { constraints.append(Constraint(at: member, .minimumLength(1))) }
        if byteCount > maximumByteCount {
            constraints.append(Constraint(at: member, .maximumLength(maximumByteCount)))
        }
        try constraints.requireNone()
    }

    /// The value where it is a text.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The value where it is bytes.
    var blob: Blob? { if case .bytes(let bytes) = self { Blob(bytes) } else { nil } }
}
