import CWebP

/// Decodes a lossy, opaque WebP into its three planes as they are stored, but in JFIF's range.
///
/// Half as many samples as of red, green and blue are made, and an encoder can take the planes as they come.
struct WebPPlaneDecoder: ImageDecoder, ~Copyable {
    private let reader: WebPReader

    /// Begins to decode what `reader` holds, which must have planes.
    init(_ reader: WebPReader) throws(ImagingError) {
        self.reader = reader
        try reader.check(cwebp_decoder_start_planes(reader.decoder))
    }

    var planes: [PlaneGrid] {
        (0..<3).map { plane in
            let factor = plane == 0 ? 1 : 2
            func axis(_ side: Int) -> GridAxis {
                GridAxis(
                    origin: 0,
                    pitch: Double(factor),
                    count: (side + factor - 1) / factor,
                    upsampling: plane > 0 ? GridAxis.spreadOfHalves : 0
                )
            }
            return PlaneGrid(
                layout: .gray,
                columns: axis(reader.size.width),
                rows: axis(reader.size.height)
            )
        }
    }

    mutating func decode(into consumers: [any RowConsumer], limits: ImageLimits) throws(ImagingError) {
        let widths = planes.map(\.columns.count)
        var row = [UInt8](repeating: 0, count: widths[0])
        var isThere = true
        for y in 0..<reader.size.height {
            if y % 16 == 0 { try limits.checkDeadline() }
            if isThere { isThere = try reader.finds(y) }
            for plane in 0..<(y % 2 == 0 ? 3 : 1) {
                read(plane, plane == 0 ? y : y / 2, isThere: isThere, into: &row)
                try consumers[plane].consume(row.span.extracting(0..<widths[plane]))
            }
        }
        for consumer in consumers { try consumer.finish() }
    }

    private func read(_ plane: Int, _ index: Int, isThere: Bool, into row: inout [UInt8]) {
        guard isThere else {
            for index in row.indices { row[index] = RowFormat(size: reader.size, layout: .rgb).missingSample }
            return
        }
        row.withUnsafeMutableBufferPointer { row in
            cwebp_decoder_read_plane_row(reader.decoder, CInt(plane), CUnsignedInt(index), row.baseAddress)
        }
    }
}
