/// Brings stored rows upright, exactly.
///
/// Mirroring left and right goes row by row; every other turn needs the last rows first and so keeps all of them:
/// place it behind the resampler, where they are few.
final class TurnStage: RowConsumer {
    private let orientation: Orientation
    private let input: RowFormat
    private let next: any RowConsumer
    private var stored: [UInt8] = []
    private var output: [UInt8]

    /// The shape of the upright rows.
    let format: RowFormat

    /// A stage that gives upright rows to `next`.
    init(_ input: RowFormat, _ orientation: Orientation, next: any RowConsumer) {
        self.input = input
        self.orientation = orientation
        self.next = next
        format = RowFormat(size: orientation.applied(to: input.size), layout: input.layout)
        output = [UInt8](repeating: 0, count: format.rowByteCount)
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
        try emit(0)
        stored.removeAll(keepingCapacity: true)
    }

    func finish() throws(ImagingError) {
        if !isStreaming {
            for row in 0..<format.size.height {
                try emit(row)
            }
        }
        try next.finish()
    }

    private func emit(_ row: Int) throws(ImagingError) {
        gather(row)
        let upright = output
        try next.consume(upright.span)
    }

    /// Collects one upright row from the stored pixels.
    private func gather(_ row: Int) {
        let channels = input.layout.channelCount
        let (start, step) = path(ofRow: row)
        stored.withUnsafeBufferPointer { stored in
            output.withUnsafeMutableBufferPointer { output in
                var source = start * channels
                var target = 0
                for _ in 0..<format.size.width {
                    for channel in 0..<channels {
                        output[target + channel] = stored[source + channel]
                    }
                    target += channels
                    source += step * channels
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
