/// How far this machine's clock is from AWS's.
struct ClockOffset: Sendable {
    private var offset = Duration.zero

    /// Differences that do not matter: signatures are valid for some minutes before and after their time.
    private static let tolerance = Duration.seconds(240)

    /// AWS's time when this machine's clock says `now`.
    func corrected(_ now: WallTime) -> WallTime {
        now.advanced(by: offset)
    }

    /// Learns from the `Date` of an answer to a request that was refused for its signature.
    ///
    /// - Parameters:
    ///   - response: The refusal.
    ///   - now: What this machine's clock says.
    ///   - signingTime: The time with which the request was signed.
    /// - Returns: Whether that time was so wrong that this may have been the reason.
    mutating func learn(from response: HTTPResponse, at now: WallTime, signedAt signingTime: WallTime) -> Bool
    {
        guard let theirs = response.headers["Date"].flatMap(WallTime.init(httpDate:)) else { return false }
        let error = signingTime.duration(to: theirs)
        guard error > Self.tolerance || error < .zero - Self.tolerance else { return false }
        offset = now.duration(to: theirs)
        return true
    }
}
