import LocalStore

extension SecretsManager {
    /// The tables of secrets, of their versions, and of the labels that name one version each.
    static let schema = Schema(
        name: "secretsmanager",
        steps: [
            """
            CREATE TABLE secret (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                suffix TEXT NOT NULL,
                description TEXT,
                kms_key_id TEXT,
                tags TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                changed_at INTEGER NOT NULL,
                deletion_at INTEGER,
                UNIQUE (account, region, name)
            );
            CREATE TABLE secret_version (
                secret INTEGER NOT NULL,
                version TEXT NOT NULL,
                text TEXT,
                bytes BLOB,
                created_at INTEGER NOT NULL,
                accessed_on INTEGER,
                PRIMARY KEY (secret, version)
            ) WITHOUT ROWID;
            CREATE TABLE secret_stage (
                secret INTEGER NOT NULL,
                stage TEXT NOT NULL,
                version TEXT NOT NULL,
                PRIMARY KEY (secret, stage)
            ) WITHOUT ROWID;
            CREATE TRIGGER secret_deleted AFTER DELETE ON secret BEGIN
                DELETE FROM secret_version WHERE secret = OLD.id;
                DELETE FROM secret_stage WHERE secret = OLD.id;
            END;
            """
        ]
    )
}
