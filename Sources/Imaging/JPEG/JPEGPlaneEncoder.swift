import CJPEG

/// Encodes planes of Y, Cb and Cr as JPEG, without conversion and without libjpeg's own subsampling.
///
/// Rows of the three planes may come in any order; what one of them is ahead is kept.
final class JPEGPlaneEncoder {
    private let writer: JPEGWriter
    private let queues: [RowQueue]
    /// Rows of a row of units, for each plane.
    private let groupRowCounts: [Int]
    private var openPlaneCount = 3

    /// Begins a file of `size` and gives its bytes to `sink`.
    init(
        _ size: PixelSize,
        _ options: Encoding.JPEGOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        let format = RowFormat(size: size, layout: .rgb)
        writer = try JPEGWriter(format, options, takesPlanes: true, exif: exif, limits: limits, sink: sink)
        let encoder = writer.encoder
        queues = (0..<3).map { RowQueue(stride: Int(cjpeg_encoder_plane_stride(encoder, $0)), capacity: 32) }
        groupRowCounts = (0..<3).map { Int(cjpeg_encoder_plane_rows(encoder, $0)) }
    }

    /// The consumers of the three planes; they keep the encoder alive.
    var inlets: [any RowConsumer] {
        queues.indices.map { PlaneInlet($0, receiver: self) }
    }

    private func encodeGroups() throws(ImagingError) {
        while zip(queues, groupRowCounts).allSatisfy({ $0.rowCount >= $1 }) {
            let rows = queues.map(\.first)
            try writer.advance(cjpeg_encoder_write_planes(writer.encoder, rows))
            for (queue, count) in zip(queues, groupRowCounts) {
                queue.removeFirst(count)
            }
        }
    }
}

extension JPEGPlaneEncoder: PlaneReceiver {
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) throws(ImagingError) {
        queues[plane].append(row)
        try encodeGroups()
    }

    func finishPlane(_ plane: Int) throws(ImagingError) {
        queues[plane].fill(toMultipleOf: groupRowCounts[plane])
        try encodeGroups()
        openPlaneCount -= 1
        if openPlaneCount == 0 {
            try writer.finish()
        }
    }
}
