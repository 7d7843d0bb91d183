import LocalServiceKit

/// To whom a mail goes.
struct MailDestination: Codable, Sendable {
    var toAddresses: [String]?
    var ccAddresses: [String]?
    var bccAddresses: [String]?

    /// All recipients.
    var all: [String] { (toAddresses ?? []) + (ccAddresses ?? []) + (bccAddresses ?? []) }

    /// Checks every address and their number, which is 50 at most.
    func check() throws(ServiceError) {
        for address in all { _ = try EmailAddress(address) }
        guard all.count <= 50 else { throw .invalidMail("Recipient count exceeds 50.") }
    }
}
