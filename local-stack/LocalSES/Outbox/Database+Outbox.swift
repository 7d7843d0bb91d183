import LocalJSON
import LocalServiceKit
import LocalStore

extension Database {
    /// Puts a mail into the outbox, if its sender may send; answers its id.
    func send(_ mail: SentMail, in location: Location) throws(ServiceError) -> String {
        try mail.destination.check()
        try requireIdentity(of: EmailAddress(mail.source), in: location)
        guard !mail.destination.all.isEmpty else { throw .invalidMail("Missing required header 'To'.") }
        let document: [UInt8]
        do {
            document = JSONWriter.write(try WireValue.of(mail))
        } catch {
            throw .internalFailure(error)
        }
        try run(
            "INSERT INTO ses_mail (message_id, account, region, source, sent_at, document) VALUES (?, ?, ?, ?, ?, ?)",
            .text(mail.id),
            .text(location.account),
            .text(location.region),
            .text(mail.source),
            .timestamp(now),
            .text(String(decoding: document, as: UTF8.self))
        )
        return mail.id
    }

    /// The JSON texts of mails, the oldest first; of all mails, or of those with that id and that sender.
    func mails(id: String?, source: String?) throws(ServiceError) -> [String] {
        let rows = try all(
            """
            SELECT document FROM ses_mail WHERE (?1 IS NULL OR message_id = ?1) AND (?2 IS NULL OR source = ?2) ORDER BY id
            """,
            .optional(id),
            .optional(source)
        )
        return rows.compactMap { $0.optionalText("document") }
    }

    /// Takes one mail out of the outbox, or all.
    func removeMails(id: String?) throws(ServiceError) {
        try run("DELETE FROM ses_mail WHERE ?1 IS NULL OR message_id = ?1", .optional(id))
    }
}
