extension PictureBuffer {
    /// The sum of four times four pixels from (`column`, `row`) on, all inside, weighed along both axes.
    func weighed(_ column: Int, _ row: Int, across: SIMD4<Int32>, down: SIMD4<Int32>) -> SIMD4<Int32> {
        let first = address(column, row)
        let stride = format.rowByteCount
        // Once for each layout, so that the loops know how far pixels are apart.
        return switch format.layout {
        case .gray: Self.weighed(first, stride: stride, .gray, across: across, down: down)
        case .rgb: Self.weighed(first, stride: stride, .rgb, across: across, down: down)
        case .rgba: Self.weighed(first, stride: stride, .rgba, across: across, down: down)
        }
    }

    @inline(__always)
    private static func weighed(
        _ first: UnsafePointer<UInt8>,
        stride: Int,
        _ layout: PixelLayout,
        across: SIMD4<Int32>,
        down: SIMD4<Int32>
    ) -> SIMD4<Int32> {
        var sum = SIMD4<Int32>()
        for index in 0..<4 {
            let row = first + index * stride
            var line = premultiplied(row, layout) &* across[0]
            line &+= premultiplied(row + layout.channelCount, layout) &* across[1]
            line &+= premultiplied(row + 2 * layout.channelCount, layout) &* across[2]
            line &+= premultiplied(row + 3 * layout.channelCount, layout) &* across[3]
            sum &+= reduced(line) &* down[index]
        }
        return sum
    }

    /// The same where some of the pixels are not there.
    func weighedAtEdge(
        _ column: Int,
        _ row: Int,
        across: SIMD4<Int32>,
        down: SIMD4<Int32>
    ) -> SIMD4<Int32> {
        var sum = SIMD4<Int32>()
        for index in 0..<4 where (0..<format.size.height).contains(row + index) {
            var line = SIMD4<Int32>()
            for place in 0..<4 where (0..<format.size.width).contains(column + place) {
                line &+=
                    Self.premultiplied(address(column + place, row + index), format.layout) &* across[place]
            }
            sum &+= Self.reduced(line) &* down[index]
        }
        return sum
    }

    /// Levels with six fractional bits, colours times opacity: as `premultiply` of the kernels makes them.
    @inline(__always)
    private static func premultiplied(_ bytes: UnsafePointer<UInt8>, _ layout: PixelLayout) -> SIMD4<Int32> {
        let pixel = layout.pixel(at: bytes)
        guard pixel.w < 255 else { return pixel &<< 6 }
        var weighted = (pixel &* pixel.w &* 16_448 &+ 1 &<< 15) &>> 16
        weighted.w = pixel.w &<< 6
        return weighted
    }

    /// A weighed line with the bits of a level again, so that the second axis has room.
    @inline(__always)
    private static func reduced(_ line: SIMD4<Int32>) -> SIMD4<Int32> {
        (line &+ 1 &<< (CubicWeights.precision - 1)) &>> CubicWeights.precision
    }
}
