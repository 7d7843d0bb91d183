/// How colours of different opacity become one.
enum PixelMixing {
    /// A pixel with straight alpha.
    typealias Pixel = SIMD4<Int32>

    /// `over` laid on `under`: Porter and Duff's "over".
    @inline(__always)
    static func laid(_ over: Pixel, on under: Pixel) -> Pixel {
        weighted(over, 255 &* over.w, under, (255 &- over.w) &* under.w)
    }

    /// `first` and `second` side by side in one pixel, the first on `share` 256ths of it.
    @inline(__always)
    static func mixed(_ first: Pixel, share: Int32, with second: Pixel) -> Pixel {
        weighted(first, share &* first.w, second, (256 &- share) &* second.w, whole: 256)
    }

    /// The mean of colours by weights, which are opacities times `whole`.
    @inline(__always)
    private static func weighted(
        _ first: Pixel,
        _ firstWeight: Int32,
        _ second: Pixel,
        _ secondWeight: Int32,
        whole: Int32 = 255
    ) -> Pixel {
        let weight = firstWeight &+ secondWeight
        guard weight > 0 else { return Pixel() }
        var pixel = (first &* firstWeight &+ second &* secondWeight &+ weight / 2) / Pixel(repeating: weight)
        pixel.w = (weight &+ whole / 2) / whole
        return pixel
    }
}

extension Color {
    /// The colour as a pixel to mix.
    var pixel: PixelMixing.Pixel {
        PixelMixing.Pixel(Int32(red), Int32(green), Int32(blue), Int32(alpha))
    }
}

extension PixelLayout {
    /// The pixel at `bytes`, grey ones with three equal channels.
    @inline(__always)
    func pixel(at bytes: UnsafePointer<UInt8>) -> PixelMixing.Pixel {
        let first = Int32(bytes[0])
        switch self {
        case .gray: return PixelMixing.Pixel(first, first, first, 255)
        case .rgb: return PixelMixing.Pixel(first, Int32(bytes[1]), Int32(bytes[2]), 255)
        case .rgba: return PixelMixing.Pixel(first, Int32(bytes[1]), Int32(bytes[2]), Int32(bytes[3]))
        }
    }

    /// Writes as much of a pixel as the layout has.
    @inline(__always)
    func write(_ pixel: PixelMixing.Pixel, to bytes: UnsafeMutablePointer<UInt8>) {
        bytes[0] = UInt8(truncatingIfNeeded: pixel.x)
        guard self != .gray else { return }
        bytes[1] = UInt8(truncatingIfNeeded: pixel.y)
        bytes[2] = UInt8(truncatingIfNeeded: pixel.z)
        guard self == .rgba else { return }
        bytes[3] = UInt8(truncatingIfNeeded: pixel.w)
    }
}
