package import PipelineRuntime

/// What all stages read from the environment, and where they read it.
package struct StageSettings: Sendable {
    /// How to reach AWS, or what stands in for it.
    package let aws: AWSConfiguration
    /// The table of records: `DATA_TABLE`.
    package let table: String
    /// The bucket of uploads: `REQUEST_BUCKET`.
    package let requestBucket: String
    /// The bucket of normalised copies: `PREPROCESSED_BUCKET`.
    package let preprocessedBucket: String
    /// The bucket of outputs: `PROCESSED_BUCKET`.
    package let processedBucket: String
    /// The bucket of archived originals: `ARCHIVE_BUCKET`.
    package let archiveBucket: String
    /// Where webhooks may go: `WEBHOOK_ADDRESSES`, see `addressPolicy(_:)`.
    package let webhookAddresses: HTTPAddressPolicy
    /// How long links to files work: `LINK_LIFETIME_SECONDS`.
    let linkLifetime: Duration
    /// Where the preprocessor announces its results: `PREPROCESS_OK_TOPIC_ARN`.
    let preprocessedTopicARN: String
    /// Where outcomes for the notifier go: `NOTIFIER_TOPIC_ARN`.
    let outcomeTopicARN: String
    /// Where events go: `EVENTS_TOPIC_ARN`.
    let eventsTopicARN: String
    /// How long a record is kept: `RECORD_RETENTION_DAYS`, 30 unless set.
    let retentionDays: Int

    /// Reads the variables; problems are noted in the reader.
    package init(reading reader: inout SettingsReader) {
        aws = AWSConfiguration(reading: &reader)
        table = reader.string("DATA_TABLE", for: "the table of request records")
        requestBucket = reader.string("REQUEST_BUCKET", for: "the bucket of uploads")
        preprocessedBucket = reader.string("PREPROCESSED_BUCKET", for: "the bucket of normalised copies")
        processedBucket = reader.string("PROCESSED_BUCKET", for: "the bucket of outputs")
        archiveBucket = reader.string("ARCHIVE_BUCKET", for: "the bucket of archived originals")
        webhookAddresses = reader.addressPolicy("WEBHOOK_ADDRESSES")
        linkLifetime = reader.linkLifetime()
        preprocessedTopicARN = reader.string(
            "PREPROCESS_OK_TOPIC_ARN",
            for: "the topic of preprocessed requests"
        )
        outcomeTopicARN = reader.string("NOTIFIER_TOPIC_ARN", for: "the topic of outcomes")
        eventsTopicARN = reader.string("EVENTS_TOPIC_ARN", for: "the topic of events")
        retentionDays = reader.integer("RECORD_RETENTION_DAYS", in: 1...3650, default: 30)
    }
}
