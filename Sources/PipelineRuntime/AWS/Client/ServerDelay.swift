extension HTTPResponse {
    /// How long the service asks to wait: `x-amz-retry-after` in milliseconds, or `Retry-After` in seconds.
    ///
    /// `Retry-After` may be a date too (RFC 9110, section 10.2.3), which is reckoned from `now`.
    func serverDelay(at now: WallTime) -> Duration? {
        if let milliseconds = headers["x-amz-retry-after"].flatMap({ Int64($0) }), milliseconds >= 0 {
            return .milliseconds(milliseconds)
        }
        guard let text = headers["Retry-After"] else { return nil }
        if let seconds = UInt32(text) { return .seconds(Int64(seconds)) }
        return WallTime(httpDate: text).map { max(.zero, now.duration(to: $0)) }
    }
}
