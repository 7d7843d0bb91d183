import LocalServiceKit
import LocalStore

extension Database {
    /// All versions of a secret, by id.
    func versions(of secret: Secret) throws(ServiceError) -> [SecretVersion] {
        try all(
            SecretVersion.self,
            "SELECT \(SecretVersion.columns) FROM secret_version WHERE secret = ? ORDER BY version",
            .integer(secret.id)
        )
    }

    /// The version of that id; nil where there is none.
    func version(_ id: String, of secret: Secret) throws(ServiceError) -> SecretVersion? {
        try first(
            SecretVersion.self,
            "SELECT \(SecretVersion.columns) FROM secret_version WHERE secret = ? AND version = ?",
            .integer(secret.id),
            .text(id)
        )
    }

    /// Stores a version with its labels; one that is there already with the same value stays as it is.
    ///
    /// - Throws: `ResourceExistsException` where the token was used for another value.
    func addVersion(
        _ token: RequestToken,
        _ value: SecretValue,
        stages: [String] = [VersionStage.current],
        to secret: Secret
    ) throws(ServiceError) {
        if let version = try version(token.text, of: secret) {
            guard version.value == value else { throw .tokenInUse(token.text, secret) }
            return
        }
        let isFirst = try self.version(at: VersionStage.current, of: secret) == nil
        try run(
            "INSERT INTO secret_version (secret, version, text, bytes, created_at) VALUES (?, ?, ?, ?, ?)",
            .integer(secret.id),
            .text(token.text),
            .optional(value.text),
            value.blob.map { .blob($0.bytes) } ?? .null,
            .timestamp(now)
        )
        try run("UPDATE secret SET changed_at = ? WHERE id = ?", .timestamp(now), .integer(secret.id))
        let labels =
            isFirst && !stages.contains(VersionStage.current) ? stages + [VersionStage.current] : stages
        try move(labels, to: token.text, of: secret)
    }

    /// Notes that a version was read today.
    func noteAccess(to version: SecretVersion, of secret: Secret) throws(ServiceError) {
        let day = Timestamp(seconds: now.seconds / 86_400 * 86_400)
        guard version.accessedOn != day else { return }
        try run(
            "UPDATE secret_version SET accessed_on = ? WHERE secret = ? AND version = ?",
            .timestamp(day),
            .integer(secret.id),
            .text(version.id)
        )
    }
}
