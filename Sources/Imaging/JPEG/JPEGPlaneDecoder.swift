import CJPEG

/// Decodes a JPEG of YCbCr into its three planes as they are stored: chroma is neither upsampled nor converted.
///
/// Half of the samples of 4:2:0 need not be made, and an encoder can take the planes as they come.
struct JPEGPlaneDecoder: ImageDecoder, ~Copyable {
    private let reader: JPEGReader
    private let shapes: [cjpeg_plane]

    /// Begins to decode what `reader` holds, which must have planes.
    ///
    /// A decoder that reduces the picture gives chroma of up to luma's size, unless `reducesChroma`.
    ///
    /// - Throws: an error that the header of a scan shows; of scans that are not joined, every error.
    init(_ reader: JPEGReader, denominator: Int, reducesChroma: Bool) throws(ImagingError) {
        self.reader = reader
        try reader.check(
            cjpeg_decoder_start_planes(reader.decoder, CUnsignedInt(denominator), reducesChroma ? 1 : 0)
        )
        shapes = (0..<3).map { cjpeg_decoder_plane(reader.decoder, $0) }
    }

    var planes: [PlaneGrid] {
        shapes.map { shape in
            PlaneGrid(
                layout: .gray,
                columns: axis(shape.width, shape.horizontal_pitch, of: shape),
                rows: axis(shape.height, shape.vertical_pitch, of: shape),
                bias: SIMD4(Int16(shape.bias), 0, 0, 0)
            )
        }
    }

    private func axis(_ count: CUnsignedInt, _ pitch: Double, of shape: cjpeg_plane) -> GridAxis {
        let samples = Double(shape.mean_side)
        let distance = pitch / samples
        return GridAxis(
            pitch: pitch,
            count: Int(count),
            spread: -GridAxis.spread(ofMeansOf: samples, distance: distance),
            upsampling: distance > 1 ? GridAxis.spreadOfHalves : 0
        )
    }

    mutating func decode(into consumers: [any RowConsumer], limits: ImageLimits) throws(ImagingError) {
        let groupCount = shapes.map { ($0.height + $0.row_count - 1) / $0.row_count }.max() ?? 0
        for group in 0..<groupCount {
            try limits.checkDeadline()
            try reader.check(cjpeg_decoder_read_planes(reader.decoder))
            for (index, consumer) in consumers.enumerated() {
                try deliver(group, index, to: consumer)
            }
        }
        try reader.finish()
        for consumer in consumers {
            try consumer.finish()
        }
    }

    private func deliver(
        _ group: CUnsignedInt,
        _ index: Int,
        to consumer: any RowConsumer
    ) throws(ImagingError) {
        let shape = shapes[index]
        let done = group * shape.row_count
        guard done < shape.height else { return }
        for row in 0..<min(shape.row_count, shape.height - done) {
            let samples = cjpeg_decoder_plane_row(reader.decoder, CInt(index), row)
            try consumer.consume(UnsafeBufferPointer(start: samples, count: Int(shape.width)).span)
        }
    }
}
