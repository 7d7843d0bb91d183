import LocalServiceKit
import LocalStore

extension Database {
    /// The secret that a request names, marked for deletion or not; throws where there is none.
    func secret(_ id: SecretID, in location: Location) throws(ServiceError) -> Secret {
        guard let secret = try secretIfThere(id, in: location) else { throw .secretNotFound }
        return secret
    }

    /// The secret that a request names; throws where there is none, or it is marked for deletion.
    func livingSecret(_ id: SecretID, in location: Location) throws(ServiceError) -> Secret {
        let secret = try secret(id, in: location)
        guard secret.deletionAt == nil else { throw .markedForDeletion }
        return secret
    }

    /// The secret that a request names; nil where there is none.
    func secretIfThere(_ id: SecretID, in location: Location) throws(ServiceError) -> Secret? {
        guard let arnName = id.arnName else { return try secret(named: id.text, in: location) }
        guard id.arnLocation == location else { return nil }
        return try first(
            Secret.self,
            """
            SELECT \(Secret.columns) FROM secret
            WHERE account = ? AND region = ? AND ? IN (name || '-' || suffix, name)
            ORDER BY name = ?
            """,
            .text(location.account),
            .text(location.region),
            .text(arnName),
            .text(arnName)
        )
    }

    /// The secret of exactly that name; nil where there is none.
    func secret(named name: String, in location: Location) throws(ServiceError) -> Secret? {
        try first(
            Secret.self,
            "SELECT \(Secret.columns) FROM secret WHERE account = ? AND region = ? AND name = ?",
            .text(location.account),
            .text(location.region),
            .text(name)
        )
    }

    /// All secrets, by name.
    func secrets(in location: Location) throws(ServiceError) -> [Secret] {
        try all(
            Secret.self,
            "SELECT \(Secret.columns) FROM secret WHERE account = ? AND region = ? ORDER BY name",
            .text(location.account),
            .text(location.region)
        )
    }

    /// Replaces what describes a secret; nil leaves it as it is.
    func describe(_ secret: Secret, as text: String?, kmsKeyID: String?) throws(ServiceError) {
        try run(
            """
            UPDATE secret SET description = coalesce(?, description), kms_key_id = coalesce(?, kms_key_id),
                changed_at = ? WHERE id = ?
            """,
            .optional(text),
            .optional(kmsKeyID),
            .timestamp(now),
            .integer(secret.id)
        )
    }

    /// Marks a secret for deletion, or takes the mark away.
    func markForDeletion(_ secret: Secret, at moment: Timestamp?) throws(ServiceError) {
        try run(
            "UPDATE secret SET deletion_at = ?, changed_at = ? WHERE id = ?",
            .optional(moment?.milliseconds),
            .timestamp(now),
            .integer(secret.id)
        )
    }

    /// Replaces the labels of a secret.
    func setTags(_ tags: [String: String], of secret: Secret) throws(ServiceError) {
        guard tags.count <= 50 else {
            throw .invalidParameter("The number of tags for the secret must not be greater than 50.")
        }
        try run("UPDATE secret SET tags = ? WHERE id = ?", .text(tags.json), .integer(secret.id))
    }
}
