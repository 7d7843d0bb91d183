/// Colour weighted by its alpha, with the fractional bits of the rows between two passes.
///
/// Only so may pixels be averaged: the colour of a transparent pixel must not bleed.
enum Premultiplication {
    /// The RGBA bytes of weighted pixels; overshoot of the filter is cut.
    static func remove(
        from samples: UnsafePointer<Int16>,
        into output: UnsafeMutablePointer<UInt8>,
        pixelCount: Int
    ) {
        for pixel in 0..<pixelCount {
            let weighted = UnsafeRawPointer(samples + 4 * pixel).loadUnaligned(as: SIMD4<Int16>.self)
            let bytes = removed(from: SIMD4<Int32>(truncatingIfNeeded: weighted))
            UnsafeMutableRawPointer(output + 4 * pixel).storeBytes(of: bytes, as: SIMD4<UInt8>.self)
        }
    }

    @inline(__always)
    private static func removed(from pixel: SIMD4<Int32>) -> SIMD4<UInt8> {
        let top = Int32(PixelKernels.maximumSample)
        let alpha = max(0, min(top, pixel.w))
        guard alpha > 0 else { return .zero }
        let limited = pixel.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: alpha))
        let scale = 255 / Float(alpha)
        let scaled =
            SIMD4<Float>(limited) * SIMD4(scale, scale, scale, 255 / Float(top)) + SIMD4(repeating: 0.5)
        return SIMD4<UInt8>(truncatingIfNeeded: SIMD4<Int32>(scaled))
    }
}
