package import Imaging
package import StageContracts

/// The preprocessor's look at an upload: what it is, whether it may pass, and the form in which it is kept.
package struct SourceNormaliser {
    private let limits: ImageLimits
    private let request: ProcessingRequest

    /// A normaliser for a request's source that refuses what is beyond `limits`.
    package init(for request: ProcessingRequest, limits: ImageLimits) {
        (self.limits, self.request) = (limits, request)
    }

    /// What the header of `original` says.
    ///
    /// - Throws: A failure where it is no picture, or beyond the limits.
    package func inspect(_ original: [UInt8]) throws(ImageFailure) -> ImageInfo {
        do {
            let info = try ImageInfo(
                reading: original,
                toleratingDamage: request.tolerant,
                limits: limits
            )
            try limits.admit(info)
            return info
        } catch {
            throw ImageFailure(error)
        }
    }

    /// The form in which `original`, whose header is `info`, is kept.
    ///
    /// It is turned upright where an output is the turned file; the engine turns all others with less work.
    ///
    /// - Throws: A failure where it is damaged, or takes longer than the limits allow.
    package func normalise(_ original: [UInt8], _ info: ImageInfo) throws(ImageFailure) -> NormalisedImage {
        do {
            var normaliser = Normaliser(limits: limits, keeping: MetadataFields(keptBy: request))
            normaliser.toleratesDamage = request.tolerant
            normaliser.turnsUpright = request.keepsCoding(of: info)
            return try normaliser.normalise(original, info)
        } catch {
            throw ImageFailure(error)
        }
    }
}
