/// Brings a source into the form that is stored: one frame, without private metadata, and without any loss.
///
/// A colour profile, the EXIF fields that are asked for, and every coefficient or pixel stay as they are. A file that is not brought
/// upright keeps its orientation as its only other metadata.
package struct Normaliser: Sendable {
    /// What a source may cost.
    package var limits: ImageLimits
    /// The EXIF fields that stay.
    package var fields: MetadataFields
    /// Whether a source that is cut off or damaged is taken as far as it goes.
    package var toleratesDamage = false
    /// Whether a JPEG of sRGB is brought upright where that loses nothing.
    ///
    /// It takes several times as long as decoding the file at a scale, and the memory of all coefficients: whoever makes smaller
    /// pictures of it turns those.
    package var turnsUpright = true

    /// A normaliser within `limits` that keeps `fields`.
    package init(limits: ImageLimits = ImageLimits(), keeping fields: MetadataFields = .copyright) {
        self.limits = limits
        self.fields = fields
    }

    /// The normal form of `source`, whose header is `info`.
    ///
    /// Normalising that form again changes nothing.
    ///
    /// - Throws: an error of the limits, `truncated` or `damaged`. Pixels that are only copied are not decoded, so
    ///   damage inside them may show later.
    package func normalise(_ source: [UInt8], _ info: ImageInfo) throws(ImagingError) -> NormalisedImage {
        try limits.admit(info)
        let damage = SourceDamage(isTolerated: toleratesDamage)
        return switch info.format {
        case .jpeg:
            try JPEGNormaliser(source, keeping: fields, limits: limits, damage: damage)
                .normalised(turningUpright: turnsUpright)
        case .png: try PNGNormaliser(source, keeping: fields, limits: limits, damage: damage).normalised()
        case .webp: try WebPNormaliser(source, keeping: fields, limits: limits, damage: damage).normalised()
        }
    }
}
