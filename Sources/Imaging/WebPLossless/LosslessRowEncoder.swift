/// Encodes rows of RGBA as lossless WebP while they come (WebP Lossless Bitstream Specification).
///
/// libwebp's own encoder holds the whole picture and about four times as much beside it. Here each row is reduced at once
/// to what the predictor "select" leaves of it: three bytes for an opaque pixel, next to none for a transparent one. After the last row all
/// symbols are counted, and the file is written from that. The choices are those of libwebp's fastest method but for one
/// set of prefix codes for the whole picture. The file always says that it has alpha.
final class LosslessRowEncoder: RowConsumer {
    private let size: PixelSize
    private let limits: ImageLimits
    private let sink: any ByteSink
    private var packer: ResidualPacker
    private var rows: [[UInt8]] = []

    /// Blocks of 512 pixels, the largest, as all have the same predictor.
    private static let blockBits = 9

    /// Begins a file of a picture of `size` and gives its bytes to `sink` after the last row.
    init(_ size: PixelSize, limits: ImageLimits, sink: any ByteSink) {
        (self.size, self.limits, self.sink) = (size, limits, sink)
        packer = ResidualPacker(width: size.width)
        rows.reserveCapacity(size.height)
    }

    /// Bytes that an encoder of a picture of `size` holds at once, at most: the residuals at their longest, and the file.
    static func memoryByteCount(for size: PixelSize) -> Int {
        size.height * ResidualPacker.maximumByteCount(size.width) + size.pixelCount * 2 + size.width * 19
            + (1 << 20)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        rows.append(packer.pack(row))
    }

    func finish() throws(ImagingError) {
        let codes = ResidualCodes(packer.counts)
        let header = header(of: codes)
        let byteCount = (header.bitCount + codes.bitCount + 7) / 8
        try writeContainer(byteCount)
        let writer = BitWriter(sink)
        for field in header.fields { writer.write(field.bits, field.count) }
        for index in rows.indices {
            if index % 64 == 0 { try limits.checkDeadline() }
            codes.write(rows[index], to: writer)
            rows[index] = []
            try writer.drain()
        }
        try writer.finish()
        if byteCount % 2 == 1 { try sink.write(([0] as [UInt8]).span) }
        try sink.finish()
    }

    /// The heads of the file and of its only chunk (RFC 9649, section 2.6).
    private func writeContainer(_ byteCount: Int) throws(ImagingError) {
        func number(_ value: Int) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let riff = Array("RIFF".utf8) + number(12 + byteCount + byteCount % 2) + Array("WEBP".utf8)
        try sink.write((riff + Array("VP8L".utf8) + number(byteCount)).span)
    }

    /// All that stands before the pixels.
    private func header(of codes: ResidualCodes) -> BitFields {
        var fields = BitFields()
        fields.add(0x2F, 8)
        fields.add(size.width - 1, 14)
        fields.add(size.height - 1, 14)
        // Alpha is used; version 0.
        fields.add(1, 1)
        fields.add(0, 3)
        // A transform: green is subtracted.
        fields.add(1, 1)
        fields.add(2, 2)
        // A transform: pixels are predicted, in all blocks by predictor 11.
        fields.add(1, 1)
        fields.add(0, 2)
        fields.add(Self.blockBits - 2, 3)
        fields.add(0, 1)
        for symbol in [11, 0, 0, 0, 0] { PrefixCode.write(only: symbol, to: &fields) }
        // No other transform, no cache of colours, one set of codes.
        fields.add(0, 1)
        fields.add(0, 1)
        fields.add(0, 1)
        codes.write(to: &fields)
        return fields
    }
}
