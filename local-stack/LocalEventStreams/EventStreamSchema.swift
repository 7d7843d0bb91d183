import LocalStore

extension EventStreams {
    /// The tables of the streams and of their events.
    static let schema = Schema(
        name: "event-streams",
        steps: [
            """
            CREATE TABLE event_stream_source (
                topic TEXT NOT NULL,
                attribute TEXT NOT NULL,
                name_attribute TEXT NOT NULL,
                is_numbered_by_sequence INTEGER NOT NULL,
                last_names TEXT NOT NULL,
                retention INTEGER NOT NULL,
                last_retention INTEGER NOT NULL,
                PRIMARY KEY (topic, attribute)
            ) WITHOUT ROWID;
            CREATE TABLE event_stream_event (
                position INTEGER PRIMARY KEY AUTOINCREMENT,
                topic TEXT NOT NULL,
                attribute TEXT NOT NULL,
                value TEXT NOT NULL,
                event_id TEXT NOT NULL,
                number INTEGER,
                name TEXT NOT NULL,
                text TEXT NOT NULL,
                is_last INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                UNIQUE (topic, attribute, value, event_id)
            );
            CREATE INDEX event_stream_expiry ON event_stream_event (expires_at);
            """
        ]
    )
}
