extension HTTPResponse {
    /// How long the server asks to wait, in its `Retry-After` (RFC 9110, section 10.2.3); nil where it does not, or says
    /// what cannot be read.
    ///
    /// - Parameter now: The moment from which a date is reckoned; one that has passed asks for no time.
    /// - Returns: At least zero, at most 4,294,967,295 seconds.
    package func retryAfter(at now: WallTime) -> Duration? {
        guard let text = headers["Retry-After"] else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return WallTime(httpDate: text).map { max(.zero, now.duration(to: $0)) }
        }
        return .seconds(Int64(UInt32(text) ?? .max))
    }
}
