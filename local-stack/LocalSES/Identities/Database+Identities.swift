import LocalServiceKit
import LocalStore

extension Database {
    /// Stores an identity, which counts as verified at once; false where it was there.
    @discardableResult
    func addIdentity(
        _ identity: EmailIdentity,
        tags: [String: String] = [:],
        in location: Location
    ) throws(ServiceError) -> Bool {
        try run(
            "INSERT INTO ses_identity VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            .text(location.account),
            .text(location.region),
            .text(identity.name),
            .text(tags.json)
        ) == 1
    }

    /// The names of all identities in order.
    func identities(in location: Location) throws(ServiceError) -> [String] {
        let rows = try all(
            "SELECT identity FROM ses_identity WHERE account = ? AND region = ? ORDER BY identity",
            .text(location.account),
            .text(location.region)
        )
        return rows.compactMap { $0.optionalText("identity") }
    }

    /// Whether there is an identity of that name.
    func hasIdentity(_ name: String, in location: Location) throws(ServiceError) -> Bool {
        try identityTags(name, in: location) != nil
    }

    /// The tags of an identity; nil where there is none of that name.
    func identityTags(_ name: String, in location: Location) throws(ServiceError) -> [String: String]? {
        let row = try first(
            "SELECT tags FROM ses_identity WHERE account = ? AND region = ? AND identity = ?",
            .text(location.account),
            .text(location.region),
            .text(name)
        )
        return try row?.value(Row.texts, of: "tags")
    }

    /// Takes an identity away; false where there is none.
    func removeIdentity(_ name: String, in location: Location) throws(ServiceError) -> Bool {
        try run(
            "DELETE FROM ses_identity WHERE account = ? AND region = ? AND identity = ?",
            .text(location.account),
            .text(location.region),
            .text(name)
        ) == 1
    }

    /// Throws `MessageRejected` unless the sender's address, its domain or a domain above that is an identity.
    func requireIdentity(of sender: EmailAddress, in location: Location) throws(ServiceError) {
        if try hasIdentity(sender.address, in: location) { return }
        var labels = sender.domain.split(separator: ".")[...]
        while !labels.isEmpty {
            if try hasIdentity(labels.joined(separator: "."), in: location) { return }
            labels.removeFirst()
        }
        throw .mailRejected(
            "Email address is not verified. The following identities failed the check in region "
                + "\(location.region.uppercased()): \(sender.text)"
        )
    }
}
