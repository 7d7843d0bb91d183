import LocalServiceKit
import LocalStore

extension Database {
    /// The labels of each version of a secret that has any, in the order of the labels.
    func stages(of secret: Secret) throws(ServiceError) -> [String: [String]] {
        let rows = try all(
            "SELECT version, stage FROM secret_stage WHERE secret = ? ORDER BY stage",
            .integer(secret.id)
        )
        var stages: [String: [String]] = [:]
        for row in rows {
            let version = try row.value(Row.text, of: "version")
            stages[version, default: []].append(try row.value(Row.text, of: "stage"))
        }
        return stages
    }

    /// The id of the version with that label; nil where there is none.
    func version(at stage: String, of secret: Secret) throws(ServiceError) -> String? {
        let row = try first(
            "SELECT version FROM secret_stage WHERE secret = ? AND stage = ?",
            .integer(secret.id),
            .text(stage)
        )
        return row?.optionalText("version")
    }

    /// Moves labels to a version; the one that loses `AWSCURRENT` becomes the previous one.
    func move(_ stages: [String], to version: String, of secret: Secret) throws(ServiceError) {
        if stages.contains(VersionStage.current),
            let current = try self.version(at: VersionStage.current, of: secret), current != version
        {
            try attach(VersionStage.previous, to: current, of: secret)
        }
        for stage in stages { try attach(stage, to: version, of: secret) }
    }

    private func attach(_ stage: String, to version: String, of secret: Secret) throws(ServiceError) {
        try run(
            "INSERT OR REPLACE INTO secret_stage (secret, stage, version) VALUES (?, ?, ?)",
            .integer(secret.id),
            .text(stage),
            .text(version)
        )
    }
}
