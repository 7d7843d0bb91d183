import PipelineRuntime

extension SettingsReader {
    /// How long links to stored objects work: `LINK_LIFETIME_SECONDS`.
    ///
    /// Seven days are the most that a presigned link of Signature Version 4 can promise.
    mutating func linkLifetime() -> Duration {
        seconds("LINK_LIFETIME_SECONDS", in: 60...604_800, default: .seconds(604_800))
    }
}
