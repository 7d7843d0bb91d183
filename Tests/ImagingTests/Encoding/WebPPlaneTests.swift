import Testing

@testable import Imaging

@Suite struct WebPPlaneTests {
    private static let picture = Picture(163, 97, .rgb) { x, y in
        [UInt8(40 + x), UInt8(y * 2), UInt8(230 - x)]
    }

    private static var options: Encoding.WebPOptions { Encoding.WebPOptions(quality: 95) }

    private static func file(_ picture: Picture = picture) throws -> [UInt8] {
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = .full
        return try picture.encoded(as: .jpeg(options))
    }

    @Test(arguments: [163, 101, 64, 33, 12])
    func `a JPEG's planes become the picture that Pillow makes`(width: Int) throws {
        let file = try Self.file()
        let image = try Renderer().render(
            file,
            [RenditionPlan(Resize(width: width), as: .webp(Self.options))]
        )[0]
        let exact = try Witness.resize(file, to: image.size, .lanczos3)
        let own = try Witness.decode(image.bytes)
        #expect(own.psnr(exact) > (width < 20 ? 28 : 35), "\(own.psnr(exact)) dB")
        #expect(abs(own.meanDifference(exact)) < 0.4)
    }

    @Test(arguments: Orientation.allCases)
    func `planes are turned`(orientation: Orientation) throws {
        let turned = try Files.adding(orientation, to: try Self.file())
        let plan = RenditionPlan(Resize(width: orientation.swapsSides ? 41 : 71), as: .webp(Self.options))
        let own = try Witness.decode(try Renderer().render(turned, [plan])[0].bytes)
        let upright = try Self.file(Self.picture.upright(by: orientation))
        let other = try Witness.decode(try Renderer().render(upright, [plan])[0].bytes)
        #expect(own.psnr(other) > 36, "\(own.psnr(other)) dB")
    }

    @Test(arguments: [0, 1, 127, 128, 254, 255] as [UInt8])
    func `a flat field stays flat, at black and white too`(level: UInt8) throws {
        let file = try Self.file(.flat(40, 31, [level, level, level]))
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: 20), as: .webp(Self.options))])[
            0
        ]
        let own = try Witness.decode(image.bytes)
        // VP8 has 219 levels of luma for 255: one is lost between them.
        #expect(own.pixels.allSatisfy { abs(Int($0) - Int(level)) <= 1 })
        #expect(Set(own.pixels).count == 1)
    }

    @Test(arguments: [false, true])
    func `the bytes do not depend on the number of threads`(takesPlanes: Bool) throws {
        let one = try Self.encoded(takesPlanes, threadCount: 1)
        #expect(one.count == 5)
        #expect(try Self.encoded(takesPlanes, threadCount: 2) == one)
        #expect(try Self.encoded(takesPlanes, threadCount: 7) == one)
    }

    /// Five files, by the widths of their pictures.
    private static func encoded(_ takesPlanes: Bool, threadCount: UInt32) throws -> [Int: [UInt8]] {
        let batch = WebPBatch(threadCount: threadCount)
        var files: [Int: [UInt8]] = [:]
        for width in [20, 33, 163, 90, 47] {
            let size = PixelSize(width: width, height: 97)
            let sink = ByteCollector { files[width] = $0 }
            let limits = ImageLimits()
            if takesPlanes {
                let encoder = try WebPEncoder(
                    planes: size,
                    options,
                    exif: nil,
                    limits: limits,
                    batch: batch,
                    sink: sink
                )
                for (plane, inlet) in encoder.inlets.enumerated() {
                    let half = plane > 0
                    for y in 0..<(half ? 49 : 97) {
                        let row = (0..<(half ? (width + 1) / 2 : width)).map {
                            UInt8(($0 * 7 + y * y + plane * 60) % 256)
                        }
                        try inlet.consume(row.span)
                    }
                    try inlet.finish()
                }
            } else {
                let format = RowFormat(size: size, layout: .rgb)
                let encoder = try WebPEncoder(
                    format,
                    options,
                    exif: nil,
                    limits: limits,
                    batch: batch,
                    sink: sink
                )
                for y in 0..<97 {
                    let row = (0..<width * 3).map { UInt8(($0 * 7 + y * y) % 256) }
                    try encoder.consume(row.span)
                }
                try encoder.finish()
            }
        }
        try batch.encode()
        return files
    }

    @Test func `rows too many or too few are refused, and so is all that follows`() throws {
        let size = PixelSize(width: 8, height: 3)
        let sink = ByteCollector { _ in Issue.record("a file was made") }
        let encoder = try WebPEncoder(
            planes: size,
            Self.options,
            exif: nil,
            limits: ImageLimits(),
            sink: sink
        )
        let row = [UInt8](repeating: 9, count: 8)
        for _ in 0..<3 { try encoder.receive(row.span, ofPlane: 0) }
        #expect(throws: ImagingError.self) { try encoder.receive(row.span, ofPlane: 0) }
        #expect(throws: ImagingError.self) { try encoder.receive(row.span, ofPlane: 1) }
        #expect(throws: ImagingError.self) { try encoder.deliver() }
        let short = try WebPEncoder(planes: size, Self.options, exif: nil, limits: ImageLimits(), sink: sink)
        #expect(throws: ImagingError.self) { try short.deliver() }
    }
}
