/// A finished rendition.
package struct RenderedImage: Hashable, Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// Its format.
    package let format: ImageFormat
    /// Its size; the rows are stored upright.
    package let size: PixelSize
    /// What the owner may not expect.
    package let notices: Set<Notice>
    /// What was done to the source, in the order in which it takes effect.
    package let steps: [AppliedStep]

    /// Something that was done differently from what was asked for.
    package enum Notice: String, CaseIterable, Hashable, Sendable {
        /// The source's colour profile could not be used; its colours were taken as sRGB.
        case ignoredProfile = "ignored_profile"
        /// The source is cut off or damaged; what is missing is gray or transparent.
        case damagedSource = "damaged_source"
        /// The file is larger than it may be, even at the lowest quality.
        case missedSizeLimit = "missed_size_limit"
        /// The file is larger than it could be: more effort would have taken too long.
        case lessEffort = "less_effort"
        /// The source could not be turned upright, brought to sRGB or made whole without loss, and was encoded again.
        case encodedAgain = "encoded_again"
    }
}
