import CPixels

/// Brings stored rows upright, exactly.
///
/// Mirroring left and right goes row by row; every other turn needs the last rows first and so keeps all of them:
/// place it behind the resampler, where they are few.
final class TurnStage: RowConsumer {
    /// Upright rows that come from neighbouring columns share the memory lines that they are read from.
    private static let blockRowCount = 32

    private let orientation: Orientation
    private let input: RowFormat
    private let next: any RowConsumer
    private var stored: [UInt8] = []
    /// The upright rows that are collected at once.
    private let output: SampleBuffer<UInt8>

    /// The shape of the upright rows.
    let format: RowFormat

    /// A stage that gives upright rows to `next`.
    init(_ input: RowFormat, _ orientation: Orientation, next: any RowConsumer) {
        self.input = input
        self.orientation = orientation
        self.next = next
        format = RowFormat(size: orientation.applied(to: input.size), layout: input.layout)
        output = SampleBuffer(count: Self.blockRowCount * format.rowByteCount)
        if !isStreaming {
            stored.reserveCapacity(input.byteCount)
        }
    }

    private var isStreaming: Bool {
        orientation == .mirrorHorizontally
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { stored.append(contentsOf: $0) }
        guard isStreaming else { return }
        try emit(0..<1)
        stored.removeAll(keepingCapacity: true)
    }

    func finish() throws(ImagingError) {
        if !isStreaming {
            for row in stride(from: 0, to: format.size.height, by: Self.blockRowCount) {
                try emit(row..<min(format.size.height, row + Self.blockRowCount))
            }
        }
        try next.finish()
    }

    private func emit(_ rows: Range<Int>) throws(ImagingError) {
        switch input.layout {
        case .gray where orientation.swapsSides && rows.count % 8 == 0: gatherSquares(rows)
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
        let squared = format.size.width & ~7
        let (start, step) = path(ofRow: rows.lowerBound)
        // Where stored columns come in reverse order, a square is turned from its last row up.
        let isReversed = path(ofRow: rows.lowerBound + 1).start < start
        let stride = format.rowByteCount
        stored.withUnsafeBufferPointer { stored in
            guard let pixels = stored.baseAddress else { return }
            for row in Swift.stride(from: 0, to: rows.count, by: 8) {
                let first = pixels + start + (isReversed ? -row - 7 : row)
                let target = output.base + (isReversed ? row + 7 : row) * stride
                for column in Swift.stride(from: 0, to: squared, by: 8) {
                    cpixels_transpose(
                        first + column * step,
                        step,
                        target + column,
                        isReversed ? -stride : stride
                    )
                }
            }
        }
        gather(rows, channels: 1, from: squared)
    }

    /// Collects upright rows from the stored pixels, from a column on.
    @inline(__always)
    private func gather(_ rows: Range<Int>, channels: Int, from first: Int = 0) {
        let (start, step) = path(ofRow: rows.lowerBound)
        let rowStep = path(ofRow: rows.lowerBound + 1).start - start
        stored.withUnsafeBufferPointer { stored in
            guard let pixels = stored.baseAddress else { return }
            for column in first..<format.size.width {
                var target = output.base + column * channels
                var source = (start + column * step) * channels
                for _ in rows {
                    for channel in 0..<channels {
                        target[channel] = pixels[source + channel]
                    }
                    target += format.rowByteCount
                    source += rowStep * channels
                }
            }
        }
    }

    /// The stored pixel that an upright row begins with, and the distance to the next one.
    private func path(ofRow row: Int) -> (start: Int, step: Int) {
        let width = input.size.width
        let height = isStreaming ? 1 : input.size.height
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
