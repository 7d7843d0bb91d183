/// Brings stored rows upright, exactly.
///
/// Mirroring left and right goes row by row; every other turn needs the last rows first and so keeps all of them:
/// place it behind the resampler, where they are few.
final class TurnStage: RowConsumer {
    private let isStreaming: Bool
    private let buffer: TurnBuffer
    private let next: any RowConsumer

    /// The shape of the upright rows.
    let format: RowFormat

    /// A stage that gives upright rows to `next`.
    init(_ input: RowFormat, _ orientation: Orientation, next: any RowConsumer) {
        self.next = next
        isStreaming = orientation.turnsRowByRow
        buffer = TurnBuffer(input, orientation, rowCount: isStreaming ? 1 : input.size.height)
        format = RowFormat(size: orientation.applied(to: input.size), layout: input.layout)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        buffer.append(row)
        if isStreaming { try buffer.emit(0..<1, to: next) }
    }

    func finish() throws(ImagingError) {
        if !isStreaming {
            try buffer.emit(0..<format.size.height, to: next)
        }
        try next.finish()
    }
}

extension Orientation {
    /// Whether an upright row is made of one stored row alone, the one of the same index.
    var turnsRowByRow: Bool {
        self == .up || self == .mirrorHorizontally
    }
}
