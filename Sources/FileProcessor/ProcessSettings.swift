import PipelineRuntime

/// What the file processor alone reads from the environment.
struct ProcessSettings: Sendable {
    /// The most pixels of a picture: `MAXIMUM_SOURCE_PIXELS`.
    let maximumPixelCount: Int
    /// How long links to outputs work: `LINK_LIFETIME_SECONDS`.
    let linkLifetime: Duration

    init(reading reader: inout SettingsReader) {
        maximumPixelCount = reader.integer(
            "MAXIMUM_SOURCE_PIXELS",
            in: 1...1_000_000_000,
            default: 100_000_000
        )
        // Seven days are the most that a signature of version 4 can promise.
        linkLifetime = reader.seconds("LINK_LIFETIME_SECONDS", in: 60...604_800, default: .seconds(604_800))
    }
}
