package import Imaging

/// The most that an upload may be, unless an installation says otherwise.
package enum SourceLimits {
    /// Bytes of the file.
    package static let maximumByteCount = 104_857_600
    /// Pixels of the picture.
    package static let maximumPixelCount = 100_000_000

    /// The engine's limits with these.
    package static var engine: ImageLimits {
        var limits = ImageLimits()
        limits.maximumByteCount = maximumByteCount
        limits.maximumPixelCount = maximumPixelCount
        return limits
    }
}
