/// Holds all planes of a picture, then gives on their upright rows, those of all planes in step.
///
/// For pictures that are turned, which begin with the last stored rows or columns, and for those that wait for another one.
/// Without it a consumer of several planes would have to keep the whole plane that comes first.
final class PlaneBuffer {
    private let buffers: [TurnBuffer]
    private let open: Opener
    private let start: Start
    private var openPlaneCount: Int

    /// Gives the consumers of the planes, of the same indices.
    typealias Opener = () throws(ImagingError) -> [any RowConsumer]
    /// Does what it is given, now or later.
    typealias Start = (@escaping () throws(ImagingError) -> Void) throws(ImagingError) -> Void

    /// A buffer of `planes`, stored in `orientation`.
    ///
    /// After their last row `start` says when the upright rows go to the consumers that `open` makes.
    init(
        _ planes: [RowFormat],
        _ orientation: Orientation,
        start: @escaping Start = { work throws(ImagingError) in try work() },
        open: @escaping Opener
    ) {
        buffers = planes.map { TurnBuffer($0, orientation, rowCount: $0.size.height) }
        self.open = open
        self.start = start
        openPlaneCount = planes.count
    }

    /// The consumers of the stored planes; they keep the buffer alive.
    var inlets: [any RowConsumer] {
        buffers.indices.map { PlaneInlet($0, receiver: self) }
    }

    /// The upright rows, of each plane the same share at a time: those that encoders take together.
    private func emit() throws(ImagingError) {
        let next = try open()
        let tallest = buffers.map(\.format.size.height).max() ?? 0
        let blockCount = (tallest + 15) / 16
        for block in 0..<blockCount {
            for (buffer, consumer) in zip(buffers, next) {
                let height = buffer.format.size.height
                let rowCount = (height + blockCount - 1) / blockCount
                let first = min(height, block * rowCount)
                try buffer.emit(first..<min(height, first + rowCount), to: consumer)
            }
        }
        for consumer in next {
            try consumer.finish()
        }
    }
}

extension PlaneBuffer: PlaneReceiver {
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) {
        buffers[plane].append(row)
    }

    func finishPlane(_ plane: Int) throws(ImagingError) {
        openPlaneCount -= 1
        guard openPlaneCount == 0 else { return }
        try start(emit)
    }
}
