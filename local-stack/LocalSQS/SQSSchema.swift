import LocalStore

extension SQS {
    /// The tables of queues and messages.
    static let schema = Schema(
        name: "sqs",
        steps: [
            """
            CREATE TABLE sqs_queue (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                attributes TEXT NOT NULL,
                tags TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                modified_at INTEGER NOT NULL,
                purged_at INTEGER NOT NULL DEFAULT 0,
                visibility_timeout INTEGER NOT NULL,
                delay INTEGER NOT NULL,
                retention INTEGER NOT NULL,
                maximum_size INTEGER NOT NULL,
                wait_time INTEGER NOT NULL,
                dead_letter_target TEXT,
                maximum_receives INTEGER,
                is_fifo INTEGER NOT NULL,
                deduplicates_content INTEGER NOT NULL,
                next_sequence INTEGER NOT NULL DEFAULT 0,
                UNIQUE (account, region, name)
            );
            CREATE TABLE sqs_message (
                id INTEGER PRIMARY KEY,
                queue INTEGER NOT NULL,
                message_id TEXT NOT NULL,
                body TEXT NOT NULL,
                attributes TEXT,
                system_attributes TEXT,
                sender TEXT NOT NULL,
                sent_at INTEGER NOT NULL,
                visible_at INTEGER NOT NULL,
                first_received_at INTEGER,
                received_at INTEGER,
                receive_count INTEGER NOT NULL DEFAULT 0,
                receipt INTEGER,
                dead_letter_source TEXT,
                group_id TEXT,
                deduplication_id TEXT,
                sequence INTEGER
            );
            CREATE INDEX sqs_message_visible ON sqs_message (queue, visible_at);
            CREATE TABLE sqs_deduplication (
                queue INTEGER NOT NULL,
                deduplication_id TEXT NOT NULL,
                message_id TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                PRIMARY KEY (queue, deduplication_id)
            ) WITHOUT ROWID;
            """,
            """
            CREATE TABLE sqs_move_task (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                task_id TEXT NOT NULL,
                source TEXT NOT NULL,
                destination TEXT,
                maximum_rate INTEGER,
                status TEXT NOT NULL,
                failure_reason TEXT,
                moved INTEGER NOT NULL,
                to_move INTEGER NOT NULL,
                started_at INTEGER NOT NULL
            );
            """,
        ]
    )
}
