/// Colour weighted by its alpha, with the fractional bits of the rows between two passes.
///
/// Only so may pixels be averaged: the colour of a transparent pixel must not bleed.
enum Premultiplication {
    /// Weighs the colours of RGBA bytes by their alpha: `count` samples (four for each pixel).
    static func apply(
        _ bytes: UnsafePointer<UInt8>,
        into output: UnsafeMutablePointer<Int16>,
        count: Int
    ) {
        var index = 0
        while index < count {
            let alpha = Int32(bytes[index + 3])
            for channel in 0..<3 {
                // The product is at most 255 · 255 · 64: rounded division by 255 stays exact.
                let product = Int32(bytes[index + channel]) * alpha << Int32(ResampleKernels.fractionBits)
                output[index + channel] = Int16(truncatingIfNeeded: (product + 127) / 255)
            }
            output[index + 3] = Int16(truncatingIfNeeded: alpha << Int32(ResampleKernels.fractionBits))
            index += 4
        }
    }

    /// The RGBA bytes of a weighted pixel; overshoot of the filter is cut.
    @inline(__always)
    static func removed(from pixel: SIMD4<Int32>) -> SIMD4<UInt8> {
        let top = Int32(ResampleKernels.maximumSample)
        let alpha = max(0, min(top, pixel.w))
        guard alpha > 0 else { return .zero }
        let limited = pixel.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: alpha))
        let scale = 255 / Float(alpha)
        let scaled =
            SIMD4<Float>(limited) * SIMD4(scale, scale, scale, 255 / Float(top)) + SIMD4(repeating: 0.5)
        return SIMD4<UInt8>(truncatingIfNeeded: SIMD4<Int32>(scaled))
    }
}
