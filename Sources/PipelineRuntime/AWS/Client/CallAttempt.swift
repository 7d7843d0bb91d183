/// A call on its way through attempts.
struct CallAttempt {
    /// The call's place among those that were made together.
    let index: Int
    /// The call.
    let call: AWSCall
    /// How often it has been tried.
    var count = 0
    /// The time with which it was signed last.
    var signingTime = WallTime(millisecondsSince1970: 0)
    /// The tokens that its last retry took.
    var takenTokens = 0
    /// Whether the clock was corrected for it; that helps once or not at all.
    var hasCorrectedClock = false
    /// Whether new keys were fetched for it.
    var hasRenewedCredentials = false
}
