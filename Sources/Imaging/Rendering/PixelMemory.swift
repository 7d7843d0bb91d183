/// Bytes that encoders hold for a pixel, at most: measured like `PixelWork`, and with the file itself, which grows while it
/// is written.
enum PixelMemory {
    /// A sample's share of a JPEG file of a quality up to 80, and of a higher one.
    static let jpegSample = (usual: 0.9, best: 2.3)
    /// A sample's coefficient, where they are all held.
    static let coefficient = 2.0
    /// A PNG of pixels without and with transparency.
    static let png = (opaque: 4.5, clear: 7.5)
    /// A lossy WebP of the methods 0…2, up to quality 80 and above.
    static let fastWebP = (usual: 7.0, best: 11.0)
    /// The same of the methods from 3 on, which note all that they write before they write it.
    static let thoroughWebP = (usual: 22.0, best: 34.0)
    /// The opacity in a lossy WebP of these methods.
    static let webPAlpha = (fast: 29.0, thorough: 42.0)
    /// A lossless WebP of the methods 0…6.
    static let losslessWebP = [29.0, 42, 42, 42, 42, 80, 42]
}
