import PipelineRuntime

/// The topics on which stages publish, by their ARNs.
struct Topics: Sendable {
    /// Where the preprocessor announces its results: `PREPROCESS_OK_TOPIC_ARN`.
    let preprocessed: String
    /// Where outcomes for the notifier go: `NOTIFIER_TOPIC_ARN`.
    let outcomes: String
    /// Where events go: `EVENTS_TOPIC_ARN`.
    let events: String

    init(reading reader: inout SettingsReader) {
        preprocessed = reader.string("PREPROCESS_OK_TOPIC_ARN", for: "the topic of preprocessed requests")
        outcomes = reader.string("NOTIFIER_TOPIC_ARN", for: "the topic of outcomes")
        events = reader.string("EVENTS_TOPIC_ARN", for: "the topic of events")
    }
}
