import LocalStore

extension Schema {
    /// The tables of S3: buckets with their settings, objects, and multipart uploads with their parts.
    ///
    /// Keys are compared byte by byte (`BINARY` collation), which is the order in which S3 lists them.
    static let s3 = Schema(
        name: "s3",
        steps: [
            """
            CREATE TABLE s3_bucket (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, account TEXT NOT NULL, region TEXT NOT NULL,
                created INTEGER NOT NULL
            );
            CREATE TABLE s3_setting (
                bucket INTEGER NOT NULL REFERENCES s3_bucket (id) ON DELETE CASCADE, name TEXT NOT NULL,
                document BLOB NOT NULL,
                PRIMARY KEY (bucket, name)
            ) WITHOUT ROWID;
            CREATE TABLE s3_object (
                bucket INTEGER NOT NULL REFERENCES s3_bucket (id), key TEXT NOT NULL, file TEXT NOT NULL,
                size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL, details TEXT NOT NULL,
                PRIMARY KEY (bucket, key)
            ) WITHOUT ROWID;
            CREATE INDEX s3_object_file ON s3_object (file);
            CREATE TABLE s3_upload (
                id TEXT PRIMARY KEY, bucket INTEGER NOT NULL REFERENCES s3_bucket (id) ON DELETE CASCADE,
                key TEXT NOT NULL, begun INTEGER NOT NULL, details TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE s3_part (
                upload TEXT NOT NULL REFERENCES s3_upload (id) ON DELETE CASCADE, number INTEGER NOT NULL,
                file TEXT NOT NULL, size INTEGER NOT NULL, md5 BLOB NOT NULL, modified INTEGER NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (upload, number)
            ) WITHOUT ROWID;
            CREATE INDEX s3_part_file ON s3_part (file);
            """
        ]
    )
}
