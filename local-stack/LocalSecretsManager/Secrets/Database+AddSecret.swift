import LocalServiceKit
import LocalStore

extension Database {
    /// Makes a secret without a version, under a name that no secret has.
    func addSecret(
        _ name: SecretName,
        description: String?,
        kmsKeyID: String?,
        in location: Location
    ) throws(ServiceError) -> Secret {
        try run(
            """
            INSERT INTO secret (account, region, name, suffix, description, kms_key_id, tags, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, '{}', ?, ?)
            """,
            .text(location.account),
            .text(location.region),
            .text(name.text),
            .text(SecretName.newSuffix),
            .optional(description),
            .optional(kmsKeyID),
            .timestamp(now),
            .timestamp(now)
        )
        guard let secret = try secret(named: name.text, in: location) else { throw .secretNotFound }
        return secret
    }
}
