/// The inner loops of resampling: the one place that knows of vectors, and that will choose among instruction sets.
///
/// Rows between the two passes hold 16-bit samples with six fractional bits, so that no pass rounds to a level.
enum ResampleKernels {
    /// Fractional bits of the samples between the passes.
    static let fractionBits = 6
    /// The largest sample between the passes that an 8-bit sample becomes.
    static let maximumSample = 255 << fractionBits

    /// Weighs `tapCount` rows of bytes sample by sample: `count` sums, from `precision` bits to `fractionBits`.
    static func weighRows(
        _ rows: UnsafePointer<UnsafePointer<UInt8>>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: Int,
        precision: Int,
        into output: UnsafeMutablePointer<Int16>,
        count: Int
    ) {
        let shift = Int32(precision - fractionBits)
        let half = Int32(1) << (shift - 1)
        var x = 0
        while x + 16 <= count {
            var sum = SIMD16<Int32>(repeating: half)
            for tap in 0..<tapCount {
                let samples = UnsafeRawPointer(rows[tap] + x).loadUnaligned(as: SIMD16<UInt8>.self)
                sum &+= SIMD16<Int32>(truncatingIfNeeded: samples) &* Int32(weights[tap])
            }
            let result = SIMD16<Int16>(truncatingIfNeeded: sum &>> shift)
            UnsafeMutableRawPointer(output + x).storeBytes(of: result, as: SIMD16<Int16>.self)
            x += 16
        }
        while x < count {
            var sum = half
            for tap in 0..<tapCount {
                sum &+= Int32(rows[tap][x]) &* Int32(weights[tap])
            }
            output[x] = Int16(truncatingIfNeeded: sum >> shift)
            x += 1
        }
    }

    /// Weighs `tapCount` rows of 16-bit samples sample by sample: `count` sums of the same fractional bits.
    static func weighRows(
        _ rows: UnsafePointer<UnsafePointer<Int16>>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: Int,
        precision: Int,
        into output: UnsafeMutablePointer<Int16>,
        count: Int
    ) {
        let half = Int32(1) << Int32(precision - 1)
        let shift = Int32(precision)
        var x = 0
        while x + 8 <= count {
            var sum = SIMD8<Int32>(repeating: half)
            for tap in 0..<tapCount {
                let samples = UnsafeRawPointer(rows[tap] + x).loadUnaligned(as: SIMD8<Int16>.self)
                sum &+= SIMD8<Int32>(truncatingIfNeeded: samples) &* Int32(weights[tap])
            }
            let result = SIMD8<Int16>(truncatingIfNeeded: sum &>> shift)
            UnsafeMutableRawPointer(output + x).storeBytes(of: result, as: SIMD8<Int16>.self)
            x += 8
        }
        while x < count {
            var sum = half
            for tap in 0..<tapCount {
                sum &+= Int32(rows[tap][x]) &* Int32(weights[tap])
            }
            output[x] = Int16(truncatingIfNeeded: sum >> shift)
            x += 1
        }
    }

    /// Weighs neighbours of one channel into bytes.
    static func weighGray(
        _ row: UnsafePointer<Int16>,
        _ bank: borrowing Weights,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let half = Int32(1) << Int32(bank.shift - 1)
        for index in 0..<bank.count {
            let samples = row + bank.starts[index]
            let weights = bank.weights + index * bank.tapCount
            var sum = half
            for tap in 0..<bank.tapCount {
                sum &+= Int32(samples[tap]) &* Int32(weights[tap])
            }
            output[index] = UInt8(truncatingIfNeeded: max(0, min(255, sum >> Int32(bank.shift))))
        }
    }

    /// Weighs neighbours of three interleaved channels into bytes; reads one sample past the last pixel.
    static func weighRGB(
        _ row: UnsafePointer<Int16>,
        _ bank: borrowing Weights,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        for index in 0..<bank.count {
            let sum = bank.sum(row, index, stride: 3)
            let bytes = sum.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255))
            output[3 * index] = UInt8(truncatingIfNeeded: bytes.x)
            output[3 * index + 1] = UInt8(truncatingIfNeeded: bytes.y)
            output[3 * index + 2] = UInt8(truncatingIfNeeded: bytes.z)
        }
    }

    /// Weighs neighbours of four interleaved, premultiplied channels into bytes that are not premultiplied.
    static func weighRGBA(
        _ row: UnsafePointer<Int16>,
        _ bank: borrowing Weights,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        for index in 0..<bank.count {
            let sum = bank.sum(row, index, stride: 4)
            let pixel = Premultiplication.removed(from: sum)
            UnsafeMutableRawPointer(output + 4 * index).storeBytes(of: pixel, as: SIMD4<UInt8>.self)
        }
    }

    /// A filter bank as the inner loops read it.
    struct Weights {
        let starts: UnsafePointer<Int>
        let weights: UnsafePointer<Int16>
        let tapCount: Int
        /// Output pixels.
        let count: Int
        /// The bits that the sums have too many.
        let shift: Int

        /// The rounded sum of four samples at a time, `stride` samples from neighbour to neighbour.
        @inline(__always)
        func sum(_ row: UnsafePointer<Int16>, _ index: Int, stride: Int) -> SIMD4<Int32> {
            let weights = weights + index * tapCount
            var samples = UnsafeRawPointer(row + starts[index] * stride)
            var sum = SIMD4<Int32>(repeating: Int32(1) << Int32(shift - 1))
            for tap in 0..<tapCount {
                let pixel = samples.loadUnaligned(as: SIMD4<Int16>.self)
                sum &+= SIMD4<Int32>(truncatingIfNeeded: pixel) &* Int32(weights[tap])
                samples += 2 * stride
            }
            return sum &>> Int32(shift)
        }
    }
}
