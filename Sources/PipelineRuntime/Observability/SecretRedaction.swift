/// Keeps secrets out of log lines: whole fields by their name, and the credentials inside signed URLs.
enum SecretRedaction {
    /// What stands in a secret's place.
    static let mark = "[redacted]"

    private static let secretWords = [
        "secret", "password", "token", "authorization", "credential", "signature", "privatekey", "apikey",
        "accesskey", "cookie",
    ]

    private static let signedParameters = [
        "x-amz-signature=", "x-amz-security-token=", "x-amz-credential=", "awsaccesskeyid=", "&signature=",
        "?signature=",
    ]

    /// The field's value, or the mark when the name says that it is a secret.
    static func redact(_ value: LogValue, named name: String) -> LogValue {
        isSecret(name) ? .string(mark) : redact(value)
    }

    /// The text with the credentials of every signed URL in it replaced.
    static func redact(_ text: String) -> String {
        // Most texts hold no query at all; the search below reads the text once for each parameter.
        guard text.utf8.contains(UInt8(ascii: "=")) else { return text }
        return signedParameters.reduce(text) { redact(parameter: $1, in: $0) }
    }

    private static func redact(_ value: LogValue) -> LogValue {
        switch value {
        case .string(let text): .string(redact(text))
        case .list(let values): .list(values.map(redact))
        case .integer, .number, .flag: value
        }
    }

    private static func isSecret(_ name: String) -> Bool {
        let letters = name.lowercased().filter { $0.isLetter }
        return secretWords.contains { letters.contains($0) }
    }

    private static func redact(parameter: String, in text: String) -> String {
        let wanted = Array(parameter.utf8)
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes.hasIgnoringCase(wanted, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += bytes[index..<index + wanted.count] + Array(mark.utf8)
            index += wanted.count
            while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a query parameter's value ends before `byte`.
    private static func isEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20
            || [
                UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"),
                UInt8(ascii: "<"),
            ].contains(byte)
    }
}

extension [UInt8] {
    /// Whether `lowercased` stands at `index`, ASCII letters in any case.
    fileprivate func hasIgnoringCase(_ lowercased: [UInt8], at index: Int) -> Bool {
        guard count - index >= lowercased.count else { return false }
        return lowercased.indices.allSatisfy { offset in
            let byte = self[index + offset]
            return lowercased[offset] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }
}
