/// The kinds of warnings; the values are stable.
package enum WarningCode: String, Codable, CaseIterable, Sendable {
    /// The output has the source's size, since enlarging was not asked for.
    case notEnlarged = "not_enlarged"
    /// Only the first frame of an animation was used.
    case firstFrameOnly = "first_frame_only"
    /// The source's colour profile could not be used; its colours were taken as sRGB.
    case ignoredProfile = "ignored_profile"
    /// A damaged source was accepted as far as it went.
    case damagedSource = "damaged_source"
    /// Transparent parts were filled, since the format has none.
    case flattened
    /// No quality brought the file under the size asked for.
    case sizeLimitMissed = "size_limit_missed"
    /// The file is larger than it could be: more effort would have taken too long.
    case lessEffort = "less_effort"
    /// The source could not be turned upright, made whole or brought to sRGB without loss, and was encoded again.
    case encodedAgain = "encoded_again"
    /// Something was asked for that changes nothing.
    case noEffect = "no_effect"
    /// The original could not be archived or discarded as asked.
    case notRetained = "not_retained"
    /// A notification could not be sent, or is never sent for a request like this.
    case notNotified = "not_notified"
    /// Webhooks are signed, and nothing is set up to sign them with: none will be sent.
    case noWebhookSecret = "no_webhook_secret"
}
