import FoundationEssentials

extension LambdaClock {
    /// The wall clock's time as ISO 8601 with milliseconds, UTC.
    var timestamp: String {
        Date(timeIntervalSince1970: Double(epochMilliseconds) / 1_000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
