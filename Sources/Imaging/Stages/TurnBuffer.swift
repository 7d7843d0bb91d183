/// The stored rows of a picture or of one of its planes, kept until they can be read the other way.
final class TurnBuffer {
    /// Upright rows that come from neighbouring columns share the memory lines that they are read from.
    static let blockRowCount = 64

    private let orientation: Orientation
    private let input: RowFormat
    private let stored: UnsafeMutablePointer<UInt8>
    private var storedRowCount = 0
    /// The upright rows that are collected at once.
    private let output: SampleBuffer<UInt8>

    /// The shape of the upright rows.
    let format: RowFormat

    /// A buffer of `rowCount` stored rows.
    init(_ input: RowFormat, _ orientation: Orientation, rowCount: Int) {
        self.input = RowFormat(
            size: PixelSize(width: input.size.width, height: rowCount),
            layout: input.layout
        )
        self.orientation = orientation
        format = RowFormat(size: orientation.applied(to: self.input.size), layout: input.layout)
        output = SampleBuffer(count: min(Self.blockRowCount, format.size.height) * format.rowByteCount)
        stored = .allocate(capacity: self.input.byteCount)
    }

    deinit {
        stored.deallocate()
    }

    /// Takes the next stored row; behind the last one comes the first again.
    func append(_ row: Span<UInt8>) {
        let target = stored + storedRowCount * input.rowByteCount
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            target.update(from: bytes, count: input.rowByteCount)
        }
        storedRowCount = (storedRowCount + 1) % input.size.height
    }

    /// Gives at most `blockRowCount` upright rows to `next`.
    func emit(_ rows: Range<Int>, to next: any RowConsumer) throws(ImagingError) {
        switch input.layout {
        case .gray where orientation.swapsSides: gatherSquares(rows)
        case .gray: gather(rows, channels: 1)
        case .rgb: gather(rows, channels: 3)
        case .rgba: gather(rows, channels: 4)
        }
        for index in rows.indices {
            let row = output.base + (index - rows.lowerBound) * format.rowByteCount
            try next.consume(UnsafeBufferPointer(start: row, count: format.rowByteCount).span)
        }
    }

    /// Collects upright rows of one channel, in squares as far as they go.
    private func gatherSquares(_ rows: Range<Int>) {
        let (kernels, side) = (PixelKernels.best, PixelKernels.squareSide)
        let (squaredRowCount, squaredWidth) = (rows.count / side * side, format.size.width / side * side)
        let (start, step) = path(ofRow: rows.lowerBound)
        // Where stored columns come in reverse order, a square is turned from its last row up.
        let isReversed = path(ofRow: rows.lowerBound + 1).start < start
        let rowStride = format.rowByteCount
        for column in stride(from: 0, to: squaredWidth, by: side) {
            for row in stride(from: 0, to: squaredRowCount, by: side) {
                let first = stored + start + column * step + (isReversed ? 1 - row - side : row)
                let target = output.base + column + (isReversed ? row + side - 1 : row) * rowStride
                kernels.transpose(
                    first,
                    stride: step,
                    into: target,
                    stride: isReversed ? -rowStride : rowStride
                )
            }
        }
        gather(rows, channels: 1, fromColumn: squaredWidth)
        gather(rows, channels: 1, fromRow: squaredRowCount)
    }

    /// Collects upright rows from the stored pixels, from a column and one of the rows on.
    @inline(__always)
    private func gather(_ rows: Range<Int>, channels: Int, fromColumn: Int = 0, fromRow: Int = 0) {
        let first = rows.lowerBound + fromRow
        let (start, step) = path(ofRow: first)
        let rowStep = path(ofRow: first + 1).start - start
        for column in fromColumn..<format.size.width {
            var target = output.base + fromRow * format.rowByteCount + column * channels
            var source = stored + (start + column * step) * channels
            for _ in fromRow..<rows.count {
                for channel in 0..<channels {
                    target[channel] = source[channel]
                }
                target += format.rowByteCount
                source += rowStep * channels
            }
        }
    }

    /// The stored pixel that an upright row begins with, and the distance to the next one.
    private func path(ofRow row: Int) -> (start: Int, step: Int) {
        let (width, height) = (input.size.width, input.size.height)
        let column = orientation.swapsSides ? row : 0
        let line = orientation.swapsSides ? 0 : row
        let first = orientation.reversesColumns ? width - 1 - column : column
        let firstLine = orientation.reversesRows ? height - 1 - line : line
        let step =
            orientation.swapsSides
            ? (orientation.reversesRows ? -width : width)
            : (orientation.reversesColumns ? -1 : 1)
        return (firstLine * width + first, step)
    }
}
