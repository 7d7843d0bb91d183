import PipelineRuntime

/// What all stages read from the environment, and where they read it.
struct StageSettings: Sendable {
    /// How to reach AWS, or what stands in for it.
    let aws: AWSConfiguration
    /// The table of records: `DATA_TABLE`.
    let table: String
    /// The buckets.
    let buckets: Buckets
    /// Where webhooks may go: `WEBHOOK_ADDRESSES`, see `addressPolicy(_:)`.
    let webhookAddresses: HTTPAddressPolicy
    /// How long links to files work: `LINK_LIFETIME_SECONDS`.
    let linkLifetime: Duration
    /// The topics.
    let topics: Topics
    /// How long a record is kept: `RECORD_RETENTION_DAYS`, 30 unless set.
    let retentionDays: Int

    /// Reads the variables; problems are noted in the reader.
    init(reading reader: inout SettingsReader) {
        aws = AWSConfiguration(reading: &reader)
        table = reader.string("DATA_TABLE", for: "the table of request records")
        buckets = Buckets(reading: &reader)
        webhookAddresses = reader.addressPolicy("WEBHOOK_ADDRESSES")
        linkLifetime = reader.linkLifetime()
        topics = Topics(reading: &reader)
        retentionDays = reader.integer("RECORD_RETENTION_DAYS", in: 1...3650, default: 30)
    }
}
