/// The inner loops of halving.
enum HalvingKernels {
    /// Averages two rows of `format` into one of half the width.
    static func average(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        _ format: RowFormat,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let pairs = format.size.width / 2
        switch format.layout {
        case .gray: PixelKernels.best.halve(upper, lower, into: output, count: pairs)
        case .rgb: averageRGB(upper, lower, pairs, into: output)
        case .rgba: averageWeighted(upper, lower, pairs, into: output)
        }
        guard format.size.width % 2 == 1 else { return }
        averageLastColumn(upper, lower, format.layout, pairs, into: output)
    }

    private static func averageRGB(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        _ pairs: Int,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let channels = 3
        for pair in 0..<pairs {
            let source = 2 * pair * channels
            // Rounding 2/4 up and down in turn keeps the mean brightness.
            let bias = UInt16(1 + pair % 2)
            for channel in 0..<channels {
                let left = source + channel
                let right = left + channels
                let sum =
                    UInt16(upper[left]) &+ UInt16(upper[right]) &+ UInt16(lower[left]) &+ UInt16(lower[right])
                output[pair * channels + channel] = UInt8(truncatingIfNeeded: (sum &+ bias) >> 2)
            }
        }
    }

    private static func averageWeighted(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        _ pairs: Int,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        for pair in 0..<pairs {
            let left = 8 * pair
            if let pixel = alikeMean(upper + left, lower + left, bias: UInt64(1 + pair % 2)) {
                UnsafeMutableRawPointer(output + 4 * pair).storeBytes(of: pixel, as: UInt32.self)
                continue
            }
            let pixel = mean(
                pixel(upper, left),
                pixel(upper, left + 4),
                pixel(lower, left),
                pixel(lower, left + 4),
                bias: UInt32(1 + pair % 2)
            )
            UnsafeMutableRawPointer(output + 4 * pair).storeBytes(of: pixel, as: SIMD4<UInt8>.self)
        }
    }

    /// The mean of two by two pixels of one opacity, as most are: in words of which every other byte has room for sums.
    ///
    /// Nil where their opacities differ.
    @inline(__always)
    private static func alikeMean(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        bias: UInt64
    ) -> UInt32? {
        let top = UInt64(littleEndian: UnsafeRawPointer(upper).loadUnaligned(as: UInt64.self))
        let bottom = UInt64(littleEndian: UnsafeRawPointer(lower).loadUnaligned(as: UInt64.self))
        let alphas = top & 0xff00_0000_ff00_0000
        guard alphas == bottom & 0xff00_0000_ff00_0000, alphas >> 32 == alphas & 0xffff_ffff else {
            return nil
        }
        let room: UInt64 = 0x00ff_00ff_00ff_00ff
        let (even, odd) = (top & room &+ bottom & room, (top >> 8) & room &+ (bottom >> 8) & room)
        let biases = bias &* 0x0001_0001
        let evenMean = ((even & 0xffff_ffff &+ even >> 32 &+ biases) >> 2) & 0x00ff_00ff
        let oddMean = ((odd & 0xffff_ffff &+ odd >> 32 &+ biases) >> 2) & 0x00ff_00ff
        return UInt32(truncatingIfNeeded: evenMean | oddMean << 8).littleEndian
    }

    private static func averageLastColumn(
        _ upper: UnsafePointer<UInt8>,
        _ lower: UnsafePointer<UInt8>,
        _ layout: PixelLayout,
        _ pairs: Int,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let channels = layout.channelCount
        let source = 2 * pairs * channels
        let target = output + pairs * channels
        guard layout == .rgba else {
            for channel in 0..<channels {
                let sum = UInt16(upper[source + channel]) + UInt16(lower[source + channel])
                target[channel] = UInt8((sum + UInt16(pairs % 2)) >> 1)
            }
            return
        }
        let (top, bottom) = (pixel(upper, source), pixel(lower, source))
        let value = mean(top, top, bottom, bottom, bias: UInt32(1 + pairs % 2))
        UnsafeMutableRawPointer(target).storeBytes(of: value, as: SIMD4<UInt8>.self)
    }

    @inline(__always)
    private static func pixel(_ row: UnsafePointer<UInt8>, _ offset: Int) -> SIMD4<UInt32> {
        let bytes = UnsafeRawPointer(row + offset).loadUnaligned(as: SIMD4<UInt8>.self)
        return SIMD4<UInt32>(truncatingIfNeeded: bytes)
    }

    @inline(__always)
    private static func mean(
        _ first: SIMD4<UInt32>,
        _ second: SIMD4<UInt32>,
        _ third: SIMD4<UInt32>,
        _ fourth: SIMD4<UInt32>,
        bias: UInt32
    ) -> SIMD4<UInt8> {
        let alphas = SIMD4(first.w, second.w, third.w, fourth.w)
        let total = alphas.wrappedSum()
        guard alphas != SIMD4(repeating: first.w) else {
            let sum = first &+ second &+ third &+ fourth
            return SIMD4<UInt8>(truncatingIfNeeded: (sum &+ bias) &>> 2)
        }
        let weighted = first &* first.w &+ second &* second.w &+ third &* third.w &+ fourth &* fourth.w
        var mean = (weighted &+ total / 2) / SIMD4(repeating: total)
        mean.w = (total + bias) / 4
        return SIMD4<UInt8>(truncatingIfNeeded: mean)
    }
}
