extension HTTPResponse {
    /// How long the service asks to wait: `x-amz-retry-after` in milliseconds, or `Retry-After`.
    func serverDelay(at now: WallTime) -> Duration? {
        if let milliseconds = headers["x-amz-retry-after"].flatMap({ Int64($0) }), milliseconds >= 0 {
            return .milliseconds(milliseconds)
        }
        return retryAfter(at: now)
    }
}
