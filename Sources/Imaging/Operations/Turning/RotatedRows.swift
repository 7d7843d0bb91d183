import CPixels

/// The rows of a turned picture, sampled by the cubic of Catmull and Rom.
///
/// Beyond the picture is nothing: pixels of the edge are mixed with it, so that slanted edges are smooth.
struct RotatedRows: RowProducer {
    let format: RowFormat
    private let picture: PictureBuffer
    private let grid: RotatedGrid
    private let background: PixelMixing.Pixel
    private let weights = CubicWeights()
    private var rowIndex = 0

    /// The rows of `picture` on `grid`, laid on a background.
    init(_ picture: PictureBuffer, _ grid: RotatedGrid, layout: PixelLayout, background: Color) {
        self.picture = picture
        self.grid = grid
        self.background = background.pixel
        format = RowFormat(size: grid.size, layout: layout)
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        let touching = grid.columnsTouching(ofRow: rowIndex)
        let inside = grid.columnsInside(ofRow: rowIndex)
        row.withUnsafeMutableBufferPointer { row in
            guard let bytes = row.baseAddress else { return }
            fill(0..<touching.lowerBound, of: bytes)
            if inside.isEmpty {
                sample(touching, into: bytes)
            } else {
                sample(touching.lowerBound..<inside.lowerBound, into: bytes)
                sampleInside(inside, into: bytes)
                sample(inside.upperBound..<touching.upperBound, into: bytes)
            }
            fill(touching.upperBound..<format.size.width, of: bytes)
        }
        rowIndex += 1
    }

    /// Pixels with nothing of the picture around them: one of the background, and copies of what is there already.
    private func fill(_ columns: Range<Int>, of bytes: UnsafeMutablePointer<UInt8>) {
        guard !columns.isEmpty else { return }
        let channels = format.layout.channelCount
        let (first, end) = (bytes + columns.lowerBound * channels, bytes + columns.upperBound * channels)
        format.layout.write(background, to: first)
        var next = first + channels
        while next < end {
            let count = min(next - first, end - next)
            next.update(from: first, count: count)
            next += count
        }
    }

    /// Pixels for which nothing beyond the picture counts.
    private func sampleInside(_ columns: Range<Int>, into bytes: UnsafeMutablePointer<UInt8>) {
        let place = grid.place(columns.lowerBound, rowIndex)
        let path = cpixels_path(
            pixels: picture.address(0, 0),
            stride: picture.format.rowByteCount,
            x: Int64(place.x),
            y: Int64(place.y),
            step_x: Int64(grid.columnStep.x),
            step_y: Int64(grid.columnStep.y)
        )
        let target = bytes + columns.lowerBound * format.layout.channelCount
        weights.samples.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            PixelKernels.best.sampleCubic(
                path,
                of: picture.format.layout,
                weights: weights,
                into: target,
                format.layout,
                count: columns.count
            )
        }
        if picture.format.layout == .rgba && background.w > 0 { lay(target, count: columns.count) }
    }

    /// Lays pixels that are not opaque on the background.
    private func lay(_ pixels: UnsafeMutablePointer<UInt8>, count: Int) {
        for index in 0..<count where pixels[4 * index + 3] < 255 {
            let pixel = PixelLayout.rgba.pixel(at: pixels + 4 * index)
            PixelLayout.rgba.write(PixelMixing.laid(pixel, on: background), to: pixels + 4 * index)
        }
    }

    private func sample(_ columns: Range<Int>, into bytes: UnsafeMutablePointer<UInt8>) {
        for column in columns {
            let (x, y) = grid.place(column, rowIndex)
            format.layout.write(sample(x, y), to: bytes + column * format.layout.channelCount)
        }
    }

    mutating func finish() {}

    private func sample(_ x: Int, _ y: Int) -> PixelMixing.Pixel {
        let (column, row) = (x >> RotatedGrid.fractionBits - 1, y >> RotatedGrid.fractionBits - 1)
        let size = picture.format.size
        guard column > -4, row > -4, column < size.width, row < size.height else { return background }
        let across = weights[x]
        let down = weights[y]
        let isInside = column >= 0 && row >= 0 && column + 3 < size.width && row + 3 < size.height
        let sum =
            isInside
            ? picture.weighed(column, row, across: across, down: down)
            : picture.weighedAtEdge(column, row, across: across, down: down)
        let pixel = Self.straight(sum)
        return pixel.w == 255 ? pixel : PixelMixing.laid(pixel, on: background)
    }

    /// A pixel of levels from sums of levels times weights, colours times opacity.
    private static func straight(_ sum: SIMD4<Int32>) -> PixelMixing.Pixel {
        let (bits, half) = (CubicWeights.sumBits, Int32(1) << (CubicWeights.sumBits - 1))
        let alpha = min(max(0, (sum.w &+ half) &>> bits), 255)
        guard alpha > 0, sum.w > 0 else { return PixelMixing.Pixel() }
        let color =
            sum.w == 255 << bits
            ? (sum &+ half) &>> bits
            : PixelMixing.Pixel(
                truncatingIfNeeded: (SIMD4<Int64>(truncatingIfNeeded: sum) &* 255 &+ Int64(sum.w / 2))
                    / Int64(sum.w)
            )
        var pixel = color.clamped(
            lowerBound: PixelMixing.Pixel(),
            upperBound: PixelMixing.Pixel(repeating: 255)
        )
        pixel.w = alpha
        return pixel
    }
}
