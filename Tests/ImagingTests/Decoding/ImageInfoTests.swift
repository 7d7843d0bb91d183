import Testing

@testable import Imaging

@Suite struct ImageInfoTests {
    @Test(arguments: [
        ("jpeg-baseline", ImageFormat.jpeg, false), ("jpeg-cmyk", .jpeg, false), ("png-rgb", .png, false),
        ("png-rgba", .png, true), ("webp-lossy", .webp, false), ("webp-lossless", .webp, false),
        ("webp-alpha", .webp, true), ("webp-lossless-alpha", .webp, true),
    ])
    func `format, size and transparency are read from the header`(
        kind: String,
        format: ImageFormat,
        hasAlpha: Bool
    ) throws {
        let file = try Witness.make(kind)
        let info = try ImageInfo(reading: file)
        #expect(info.format == format)
        #expect(info.size == PixelSize(width: 97, height: 61))
        #expect(info.hasAlpha == hasAlpha)
        #expect(!info.isProgressive)
        #expect(info.frameCount == 1)
        #expect(info.byteCount == file.count)
        #expect(info.exif == nil)
    }

    @Test(arguments: ["webp-alpha", "webp-lossless-alpha"])
    func `transparency is seen that a WebP's container does not speak of`(kind: String) throws {
        let file = try Witness.make(kind)
        let structure = try WebPStructure(reading: file)
        let canvas: [UInt8] = [0, 0, 0, 0, 96, 0, 0, 60, 0, 0]
        let chunks = structure.chunks.filter { $0.type != "VP8X" }.flatMap { file[$0.range] }
        let body = Array("WEBPVP8X".utf8) + [10, 0, 0, 0] + canvas + chunks
        let length = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) }
        let silent = Array("RIFF".utf8) + length + body
        #expect(try ImageInfo(reading: silent).hasAlpha)
        #expect(try Witness.decode(silent).format.layout == .rgba)
    }

    @Test func `a progressive JPEG says so, with its scans and what their decoders hold`() throws {
        let info = try ImageInfo(reading: Witness.make("jpeg-progressive"))
        #expect(info.isProgressive)
        #expect(info.scanCount == 10)
        #expect(info.wholeImageByteCount == 10 * 65_536)
    }

    @Test(arguments: PNGKind.all)
    func `every kind of PNG says its interlacing and its transparency`(kind: PNGKind) throws {
        let info = try ImageInfo(reading: Witness.makePNG(kind).file)
        #expect(info.isProgressive == kind.isInterlaced)
        #expect(info.hasAlpha == (kind.isTransparent || kind.colorType >= 4))
    }

    @Test(arguments: [
        (3, "IHDR", 1, false), (3, "PLTE", 1, true), (3, "IDAT", 1, false), (2, "IHDR", 6, true),
        (2, "IHDR", 5, false), (2, "IDAT", 6, false), (0, "IHDR", 2, true), (0, "IHDR", 6, false),
    ])
    func `transparency of a PNG counts where decoders look for it`(
        colorType: Int,
        before: String,
        count: Int,
        counts: Bool
    ) throws {
        let kind = PNGKind(colorType: colorType, depth: 8, isInterlaced: false, isTransparent: false)
        let plain = try Witness.makePNG(kind).file
        let data = [UInt8](repeating: 0, count: count)
        let file = try Files.adding(chunk: "tRNS", data, behind: before, in: plain)
        #expect(try ImageInfo(reading: file).hasAlpha == counts)
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: 5), as: .png())])[0]
        #expect(try Witness.decode(image.bytes).format.layout.hasAlpha == counts)
        var broken = file
        broken[try #require(try PNGStructure(reading: file).first("tRNS")).range.upperBound - 1] ^= 1
        #expect(try !ImageInfo(reading: broken).hasAlpha)
    }

    @Test(arguments: [PixelLayout.rgb, .rgba], [0, 2])
    func `a frame's transparency counts, whatever the animation says of it`(
        layout: PixelLayout,
        margin: Int
    )
        throws
    {
        let picture = Picture(12, 8, layout) { x, y in
            Array([UInt8(x * 20), UInt8(y * 30), 9, UInt8(x * 20)].prefix(layout.channelCount))
        }
        let still = try WebPStructure(reading: Files.file(.webp, picture)).chunks.picture
        let parts = still.flatMap { WebPChunks.encoded($0.type, $0.data.slice) }
        func sides(_ margin: Int) -> [UInt8] { [UInt8(11 + margin), 0, 0, 7, 0, 0] }
        let file = WebPChunks.file([
            WebPChunks.encoded("VP8X", [2, 0, 0, 0] + sides(margin)),
            WebPChunks.encoded("ANIM", [0, 0, 0, 0, 0, 0]),
            WebPChunks.encoded("ANMF", [0, 0, 0, 0, 0, 0] + sides(0) + [1, 0, 0, 0] + parts),
        ])
        let isTransparent = layout.hasAlpha || margin > 0
        #expect(try ImageInfo(reading: file).hasAlpha == isTransparent)
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: 5), as: .png())])[0]
        #expect(try Witness.decode(image.bytes).format.layout.hasAlpha == isTransparent)
    }

    @Test func `the frames of an animation are counted`() throws {
        #expect(try ImageInfo(reading: Witness.make("webp-animated")).frameCount == 2)
        let control = Files.adding(chunk: "acTL", [0, 0, 0, 7, 0, 0, 0, 0], to: try Witness.make("png-rgb"))
        #expect(try ImageInfo(reading: control).frameCount == 7)
    }

    @Test(arguments: ImageFormat.allCases, Orientation.allCases)
    func `the upright size follows the orientation`(format: ImageFormat, orientation: Orientation) throws {
        let file = try Files.adding(orientation, to: try Files.file(format, .marker(13, 7)))
        let info = try ImageInfo(reading: file)
        #expect(info.orientation == orientation)
        #expect(info.storedSize == PixelSize(width: 13, height: 7))
        #expect(info.size.width == (orientation.rawValue < 5 ? 13 : 7))
    }

    @Test(arguments: [
        ([], ImagingError.Code.truncated),
        (Array("GIF89a".utf8), .unsupportedFormat),
        (Array("%PDF-1.7".utf8), .unsupportedFormat),
        (Array("RIFF\0\0\0\0WAVE".utf8), .unsupportedFormat),
        ([0xff, 0xd8, 0xff], .truncated),
        ([0xff, 0xd8, 0xff, 0xd9], .damaged),
        (Array("RIFF\u{4}\0\0\0WEBP".utf8), .damaged),
        (PNGStructure.signature, .truncated),
        (PNGStructure.signature + PNGChunk.encoded("IEND", []), .damaged),
    ])
    func `what is no picture is refused with its reason`(bytes: [UInt8], code: ImagingError.Code) {
        let error = #expect(throws: ImagingError.self) { try ImageInfo(reading: bytes) }
        #expect(error?.code == code)
    }

    @Test(arguments: [0xc3, 0xc9, 0xca] as [UInt8])
    func `lossless and arithmetic JPEGs are not supported`(frame: UInt8) {
        let error = #expect(throws: ImagingError.self) {
            try ImageInfo(reading: Files.hollowJPEG(8, 8, frame: frame))
        }
        #expect(error?.code == .unsupportedFormat)
    }
}
