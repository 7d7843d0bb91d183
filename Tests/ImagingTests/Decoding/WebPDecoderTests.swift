import Testing

@testable import Imaging

@Suite struct WebPDecoderTests {
    /// Notes the first and the last sample of each row.
    private final class EdgeCollector: RowConsumer {
        private(set) var edges: [SIMD2<UInt8>] = []

        func consume(_ row: Span<UInt8>) {
            edges.append(SIMD2(row[0], row[row.count - 1]))
        }

        func finish() {}
    }

    @Test func `the rows of a picture too large to be held are whole`() throws {
        let file = try Witness.make("webp-large-rows")
        let rows = EdgeCollector()
        try file.withUnsafeBufferPointer { bytes throws(ImagingError) in
            let reader = try WebPReader(bytes, try WebPStructure(reading: file), limits: ImageLimits())
            var decoder = try WebPDecoder(reader, size: reader.size)
            try decoder.decode(into: [rows], limits: ImageLimits())
        }
        #expect(rows.edges == Self.ramp(3_000))
    }

    @Test func `the planes of a picture too large to be held are whole`() throws {
        let file = try Witness.make("webp-large-planes")
        let planes = (0..<3).map { _ in EdgeCollector() }
        try file.withUnsafeBufferPointer { bytes throws(ImagingError) in
            let reader = try WebPReader(bytes, try WebPStructure(reading: file), limits: ImageLimits())
            #expect(reader.hasPlanes)
            var decoder = try WebPPlaneDecoder(reader)
            try decoder.decode(into: planes, limits: ImageLimits())
        }
        #expect(planes.map(\.edges.count) == [4_800, 2_400, 2_400])
        for (row, exact) in zip(planes[0].edges, Self.ramp(4_800)) {
            #expect(abs(Int(row.x) - Int(exact.x)) <= 3 && abs(Int(row.y) - Int(exact.y)) <= 3)
        }
        for chroma in planes[1...].flatMap(\.edges) {
            #expect(abs(Int(chroma.x) - 128) <= 2 && abs(Int(chroma.y) - 128) <= 2)
        }
    }

    private static func ramp(_ side: Int) -> [SIMD2<UInt8>] {
        (0..<side).map { SIMD2(repeating: UInt8(55 + $0 * 200 / (side - 1))) }
    }

    @Test(arguments: ["webp-lossless", "webp-alpha"])
    func `what is not stored as planes is not decoded as planes`(kind: String) throws {
        let file = try Witness.make(kind)
        try file.withUnsafeBufferPointer { bytes throws(ImagingError) in
            let reader = try WebPReader(bytes, try WebPStructure(reading: file), limits: ImageLimits())
            #expect(!reader.hasPlanes)
            #expect(throws: ImagingError.self) { _ = try WebPPlaneDecoder(reader) }
        }
    }

    @Test(arguments: [0, 1, 16, 127, 128, 129, 200, 254, 255] as [UInt8])
    func `planes are brought from video's range to JFIF's`(level: UInt8) throws {
        let file = try Picture.flat(40, 30, [level, level, level]).encoded(
            as: .webp(Encoding.WebPOptions(quality: 95))
        )
        var options = Encoding.JPEGOptions(quality: 100)
        options.chromaSubsampling = .full
        let image = try Renderer().render(file, [RenditionPlan(Resize(), as: .jpeg(options))])[0]
        #expect(
            try Witness.decode(image.bytes).maximumDifference(.flat(40, 30, [level, level, level])) <= 1
        )
    }

    @Test(arguments: [101, 64, 33])
    func `colours of planes are weighed as a decoder shows them`(width: Int) throws {
        let picture = Picture(416, 320, .rgb) { x, y in
            let grain = (x / 2 &* 2_654_435_761 ^ (y / 2) &* 40_503) >> 7
            return [120 + grain & 63, 130, 100 + (grain >> 6) & 63].map { UInt8($0) }
        }
        let file = try picture.encoded(as: .webp(Encoding.WebPOptions(quality: 100)))
        var options = Encoding.JPEGOptions(quality: 100)
        options.chromaSubsampling = .full
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: width), as: .jpeg(options))])[0]
        let exact = try Witness.resize(file, to: image.size, .lanczos3)
        let psnr = try Witness.decode(image.bytes).psnr(exact)
        #expect(psnr >= 49, "\(psnr) dB")
    }
}
