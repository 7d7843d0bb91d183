import LocalServiceKit

/// An email address, with or without a name before it.
struct EmailAddress: Sendable, Hashable {
    /// The whole text, such as `Ann <ann@example.com>`.
    let text: String
    /// The part before the `@`.
    let mailbox: String
    /// The part behind the `@`, in small letters.
    let domain: String

    /// The address alone.
    var address: String { "\(mailbox)@\(domain)" }

    /// Reads an address; throws the errors of SES for those that it does not send to or from.
    init(_ text: String) throws(ServiceError) {
        let address = try Self.address(in: text)
        guard let separator = address.lastIndex(of: "@") else {
            throw .invalidMail("Missing final '@domain'")
        }
        mailbox = String(address[..<separator])
        domain = address[address.index(after: separator)...].lowercased()
        guard !mailbox.isEmpty, mailbox.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalidMail("Local address contains control or whitespace")
        }
        guard !domain.isEmpty else { throw .invalidMail("Missing final '@domain'") }
        guard Self.isDomain(domain) else { throw .invalidMail("Domain contains illegal character") }
        self.text = text
    }

    /// What stands in the last angle brackets, or everything.
    private static func address(in text: String) throws(ServiceError) -> String {
        let text = String(text.trimmingPrefix { $0 == " " })
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .invalidMail("Illegal address")
        }
        guard let start = text.lastIndex(of: "<") else { return text }
        guard text.hasSuffix(">") else { throw .invalidMail("Missing '>'") }
        return String(text[text.index(after: start)...].dropLast())
    }

    /// Whether the text is a host's name: letters, digits and hyphens between points.
    static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 255
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63
                    && label.utf8.allSatisfy { $0.isNameCharacter && $0 != UInt8(ascii: "_") }
            }
    }
}
