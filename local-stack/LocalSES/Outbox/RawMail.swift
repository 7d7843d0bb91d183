import LocalServiceKit
import LocalStore

/// A whole message as its sender wrote it (RFC 5322).
struct RawMail: Sendable {
    private let text: String
    private let fields: [(name: String, value: String)]

    private static let maximumByteCount = 40 << 20

    /// Reads the header section of a message.
    init(_ bytes: [UInt8]) throws(ServiceError) {
        guard bytes.count <= Self.maximumByteCount else {
            throw .mailRejected("Message length is more than \(Self.maximumByteCount) bytes long.")
        }
        text = String(decoding: bytes, as: UTF8.self)
        fields = Self.fields(of: bytes)
    }

    /// The mail for the outbox: envelope's sender and recipients, or those of the message itself.
    func mail(
        from sender: String?,
        to destination: MailDestination?,
        _ location: Location,
        _ now: Timestamp
    ) throws(ServiceError) -> SentMail {
        guard let sender = sender ?? self["From"], !sender.isEmpty else {
            throw .invalidMail("Missing required header 'From'.")
        }
        let given = destination.flatMap { $0.all.isEmpty ? nil : $0 }
        var mail = SentMail(from: sender, to: given ?? recipients, in: location, at: now)
        mail.subject = self["Subject"]
        mail.rawData = text
        return mail
    }

    private var recipients: MailDestination {
        MailDestination(
            toAddresses: self["To"].map(Self.addresses),
            ccAddresses: self["Cc"].map(Self.addresses),
            bccAddresses: self["Bcc"].map(Self.addresses)
        )
    }

    /// The value of the first field of that name.
    private subscript(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The fields in order; lines that begin with a space go on with the line before.
    private static func fields(of bytes: [UInt8]) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = line.first else { break }
            let text = String(decoding: line, as: UTF8.self)
            if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                guard !fields.isEmpty else { break }
                fields[fields.count - 1].value += " " + trimmed(text)
            } else {
                let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2 else { break }
                fields.append((String(parts[0]), trimmed(parts[1])))
            }
        }
        return fields
    }

    /// The addresses of a list; commas in quotes belong to a name.
    private static func addresses(_ list: String) -> [String] {
        var addresses: [String] = []
        var current = ""
        var isQuoted = false
        for character in list {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                addresses.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        return (addresses + [current]).map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        let end = text.lastIndex { !isSpace($0) }.map(text.index(after:)) ?? text.startIndex
        return String(text[..<end].drop(while: isSpace))
    }
}
