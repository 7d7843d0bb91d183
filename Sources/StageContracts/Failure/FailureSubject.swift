/// What of a request a failure is about.
package enum FailureSubject: Sendable {
    /// The picture itself, or what was asked to be made of it.
    case original
    /// A logo that was uploaded.
    case uploadedLogo
    /// A logo on the web.
    case webLogo
    /// The text of a watermark.
    case watermarkText
}

extension Failure {
    /// What it is about, by the place of its first problem: its code says the same of a logo as of the picture.
    package var subject: FailureSubject {
        guard code != .invalidRequest, let place = problems.first?.pointer.text else { return .original }
        if place.hasSuffix("/watermark/text") { return .watermarkText }
        guard place.contains("/watermark/image") else { return .original }
        return place.hasSuffix("/url") ? .webLogo : .uploadedLogo
    }
}
