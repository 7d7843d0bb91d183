@testable import Imaging

extension Picture {
    /// The pixels of a file as stored, decoded by the code under test.
    init(
        decoding file: [UInt8],
        denominator: Int = 1,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        self = try file.withUnsafeBufferPointer { bytes throws(ImagingError) in
            switch ImageFormat(sniffing: file) {
            case .jpeg:
                let structure = try JPEGStructure(reading: file)
                return try Self.collect(
                    try JPEGDecoder(
                        try JPEGReader(bytes, structure, limits: limits),
                        denominator: denominator
                    )
                )
            case .png:
                return try Self.collect(
                    try PNGDecoder(bytes, try PNGStructure(reading: file), limits: limits)
                )
            case .webp:
                let structure = try WebPStructure(reading: file)
                return try Self.collect(
                    try WebPDecoder(try WebPReader(bytes, structure, limits: limits), size: structure.size)
                )
            case nil:
                throw UnknownFormat.error(for: file)
            }
        }
    }

    private static func collect<Decoder: RowProducer & ~Copyable>(
        _ decoder: consuming Decoder
    ) throws(ImagingError) -> Picture {
        let collector = PixelCollector()
        let format = decoder.format
        try decoder.pump(into: collector, limits: ImageLimits())
        return Picture(format, collector.pixels)
    }
}

/// Keeps all rows.
final class PixelCollector: RowConsumer {
    private(set) var pixels: [UInt8] = []
    private(set) var isFinished = false

    func consume(_ row: Span<UInt8>) {
        row.withUnsafeBufferPointer { pixels.append(contentsOf: $0) }
    }

    func finish() {
        isFinished = true
    }
}
