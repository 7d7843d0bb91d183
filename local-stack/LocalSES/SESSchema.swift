import LocalStore

extension SES {
    /// The tables of identities and sent mails, for both versions of the API.
    static let schema = Schema(
        name: "ses",
        steps: [
            """
            CREATE TABLE ses_identity (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                identity TEXT NOT NULL,
                tags TEXT NOT NULL,
                PRIMARY KEY (account, region, identity)
            ) WITHOUT ROWID;
            CREATE TABLE ses_mail (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                message_id TEXT NOT NULL UNIQUE,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                source TEXT NOT NULL,
                sent_at INTEGER NOT NULL,
                document TEXT NOT NULL
            );
            CREATE INDEX ses_mail_sent ON ses_mail (account, region, sent_at);
            """
        ]
    )
}
