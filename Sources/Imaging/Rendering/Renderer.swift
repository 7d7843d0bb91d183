/// Makes any number of renditions from one decode of a source.
///
/// The source is decoded once, at the smallest scale that serves the largest rendition, and its rows go to all
/// renditions in the same pass; what is held at once follows the width of a row, not the number of pixels, unless the
/// format or the orientation asks for the whole picture.
package struct Renderer: Sendable {
    /// What a source and its renditions may cost.
    package var limits: ImageLimits

    /// A renderer within `limits`.
    package init(limits: ImageLimits = ImageLimits()) {
        self.limits = limits
    }

    /// The renditions of `source` (a whole JPEG, PNG or WebP file), in the order of `plans`.
    ///
    /// - Throws: the first failure; `ImagingError.isPermanent` says whether asking again can help.
    package func render(
        _ source: [UInt8],
        _ plans: [RenditionPlan]
    ) throws(ImagingError) -> [RenderedImage] {
        throw ImagingError(.encodingFailed, "rendering is not built into this version")
    }
}
