/// What a pixel of a row consists of: 8-bit channels, one byte each, not premultiplied.
package enum PixelLayout: Int, CaseIterable, Hashable, Sendable {
    /// One channel.
    case gray = 1
    /// Red, green, blue.
    case rgb = 3
    /// Red, green, blue, alpha.
    case rgba = 4

    /// Bytes of a pixel.
    package var channelCount: Int {
        rawValue
    }

    /// Whether pixels may be transparent.
    package var hasAlpha: Bool {
        self == .rgba
    }
}
