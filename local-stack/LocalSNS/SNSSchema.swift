import LocalStore

extension SNS {
    /// The tables of topics and subscriptions.
    static let schema = Schema(
        name: "sns",
        steps: [
            """
            CREATE TABLE sns_topic (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                attributes TEXT NOT NULL,
                tags TEXT NOT NULL,
                is_fifo INTEGER NOT NULL,
                deduplicates_content INTEGER NOT NULL,
                signature_version INTEGER NOT NULL,
                next_sequence INTEGER NOT NULL DEFAULT 0,
                deleted_subscriptions INTEGER NOT NULL DEFAULT 0,
                UNIQUE (account, region, name)
            );
            CREATE TABLE sns_subscription (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                topic INTEGER NOT NULL,
                key TEXT NOT NULL UNIQUE,
                protocol TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                owner TEXT NOT NULL,
                is_confirmed INTEGER NOT NULL,
                attributes TEXT NOT NULL,
                is_raw INTEGER NOT NULL,
                filter_policy TEXT,
                filter_scope TEXT NOT NULL,
                dead_letter_target TEXT,
                UNIQUE (topic, protocol, endpoint)
            );
            CREATE TABLE sns_deduplication (
                topic INTEGER NOT NULL,
                deduplication_id TEXT NOT NULL,
                message_id TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                PRIMARY KEY (topic, deduplication_id)
            ) WITHOUT ROWID;
            CREATE TABLE sns_signing_key (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                key TEXT NOT NULL,
                certificate TEXT NOT NULL
            );
            """
        ]
    )
}
