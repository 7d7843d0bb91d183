/// What a normaliser made of a source.
package enum NormalisedImage: Hashable, Sendable {
    /// The source is already as it should be: copy it.
    case unchanged
    /// The source was rewritten without loss.
    case rewritten(bytes: [UInt8], changes: Set<Change>)

    /// One thing that was done to a source, or could not be done.
    package enum Change: String, CaseIterable, Hashable, Sendable {
        /// EXIF, XMP, IPTC, comments or other private data were removed; the fields asked for stay.
        case strippedMetadata = "stripped_metadata"
        /// The rows were brought upright in the DCT domain: every coefficient is the source's.
        case turnedUpright = "turned_upright"
        /// The rows stay as stored and the file says how to turn them: turning was not asked for or would have cost quality.
        case keptOrientation = "kept_orientation"
        /// The source was damaged, and what is stored shows it no more: what was missing is gray.
        case acceptedDamage = "accepted_damage"
        /// Bytes behind the end of the picture were removed.
        case removedTrailingData = "removed_trailing_data"
        /// Of an animation the first frame was kept alone, as a still file where it fills the canvas.
        case keptFirstFrame = "kept_first_frame"
    }
}
