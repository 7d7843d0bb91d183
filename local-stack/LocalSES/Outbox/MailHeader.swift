import LocalServiceKit

/// A header field that the sender adds to a mail.
struct MailHeader: Codable, Sendable {
    var name: String
    var value: String

    /// Refuses a field that would end its line, or is none.
    func check() throws(ServiceError) {
        let isName =
            !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
        let isValue = value.utf8.count <= 995 && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard isName, isValue else { throw .invalidMail("Invalid header <\(name)>.") }
    }
}
