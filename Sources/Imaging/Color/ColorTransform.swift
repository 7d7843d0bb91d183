import CLCMS

/// littleCMS with one profile: its pixels become sRGB.
///
/// Perceptual intent with black point compensation; profiles of a matrix have only one intent.
final class ColorTransform {
    /// What a pixel consists of.
    enum Pixels {
        /// One byte, which becomes three.
        case gray
        /// Red, green, blue.
        case rgb
        /// Red, green, blue, and alpha, which stays.
        case rgba
        /// CMYK as JPEG files hold it, 255 for no ink; four bytes, which become three.
        case inks
        /// The first three with two bytes for each sample, the upper one first; they become as many bytes as those.
        case deepGray, deepRGB, deepRGBA
    }

    /// How many pixels are to be converted: tables for a picture take milliseconds to make.
    enum Amount {
        /// Some hundreds, to see what a profile does.
        case samples
        /// A picture.
        case picture
    }

    /// A profile of more bytes is no camera's or printer's.
    static let maximumByteCount = 8 << 20

    private let transform: OpaquePointer

    /// A transform of `profile`; nil where it cannot be read or is one of other pixels.
    init?(_ profile: [UInt8], _ pixels: Pixels, for amount: Amount = .picture) {
        guard profile.count <= Self.maximumByteCount else { return nil }
        let kind =
            switch pixels {
            case .gray: CLCMS_GRAY
            case .rgb: CLCMS_RGB
            case .rgba: CLCMS_RGBA
            case .inks: CLCMS_LIGHT
            case .deepGray: CLCMS_DEEP_GRAY
            case .deepRGB: CLCMS_DEEP_RGB
            case .deepRGBA: CLCMS_DEEP_RGBA
            }
        let transform = profile.withUnsafeBufferPointer { bytes in
            clcms_transform_create(
                bytes.baseAddress,
                bytes.count,
                kind,
                amount == .picture ? CLCMS_MANY : CLCMS_FEW
            )
        }
        guard let transform else { return nil }
        self.transform = transform
    }

    deinit {
        clcms_transform_destroy(transform)
    }

    /// Converts `count` pixels.
    func convert(_ pixels: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<UInt8>, count: Int) {
        clcms_transform_apply(transform, pixels, target, count)
    }

    /// The sRGB of a list of pixels.
    func converted(_ pixels: [UInt8], count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 4 * count) { target, written in
            pixels.withUnsafeBufferPointer { source in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                to.initialize(repeating: 0, count: 4 * count)
                convert(from, into: to, count: count)
            }
            written = 4 * count
        }
    }
}
