import PipelineRuntime

/// The buckets of the pipeline.
package struct Buckets: Sendable {
    /// Where uploads lie, and what was fetched from the web: `REQUEST_BUCKET`.
    package let request: String
    /// Where normalised copies lie: `PREPROCESSED_BUCKET`.
    package let preprocessed: String
    /// Where outputs lie: `PROCESSED_BUCKET`.
    package let processed: String
    /// Where archived originals lie: `ARCHIVE_BUCKET`.
    package let archive: String

    init(reading reader: inout SettingsReader) {
        request = reader.string("REQUEST_BUCKET", for: "the bucket of uploads")
        preprocessed = reader.string("PREPROCESSED_BUCKET", for: "the bucket of normalised copies")
        processed = reader.string("PROCESSED_BUCKET", for: "the bucket of outputs")
        archive = reader.string("ARCHIVE_BUCKET", for: "the bucket of archived originals")
    }
}
