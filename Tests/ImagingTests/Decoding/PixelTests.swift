import Testing

@testable import Imaging

@Suite struct PixelTests {
    /// The pixels in sRGB.
    private static func rendered(_ file: [UInt8]) throws -> Picture {
        try Picture(decoding: Renderer().render(file, [RenditionPlan(Resize(), as: .png())])[0].bytes)
    }

    @Test(arguments: PNGKind.all)
    func `every kind of PNG becomes its 8-bit pixels exactly`(kind: PNGKind) throws {
        let (file, pixels) = try Witness.makePNG(kind)
        #expect(try Picture(decoding: file) == pixels)
    }

    @Test(arguments: PNGKind.all, [100_000, 60_000, 30_000])
    func `a PNG of another gamma becomes what a display of sRGB needs`(kind: PNGKind, gamma: Int) throws {
        let (file, pixels) = try Witness.makePNG(kind, gamma: gamma)
        #expect(try Self.rendered(file).maximumDifference(pixels) <= 1)
    }

    @Test func `a gamma much like that of sRGB, or beside better words, changes nothing`() throws {
        let kind = PNGKind(colorType: 2, depth: 8, isInterlaced: false, isTransparent: false)
        let plain = try Witness.makePNG(kind)
        let usual = Files.adding(chunk: "gAMA", [0, 0, 0xb1, 0x8f], to: plain.file)
        #expect(try Self.rendered(usual) == plain.pixels)
        let linear = Files.adding(chunk: "gAMA", [0, 1, 0x86, 0xa0], to: plain.file)
        #expect(try Self.rendered(linear) != plain.pixels)
        #expect(try Self.rendered(Files.adding(chunk: "sRGB", [0], to: linear)) == plain.pixels)
    }

    @Test(arguments: [Orientation.rotate90, .transpose])
    func `chroma halved along the columns is decoded as Pillow does it`(orientation: Orientation) throws {
        let wide = try Witness.make("jpeg-422-aligned")
        let info = try ImageInfo(reading: Files.adding(orientation, to: wide))
        let source = try Files.adding(orientation, to: wide)
        guard case .rewritten(let tall, _) = try Normaliser().normalise(source, info) else {
            throw ImagingError(.encodingFailed, "nothing was turned")
        }
        let factors = try JPEGStructure(reading: tall).frame.components.map {
            [$0.horizontalSampling, $0.verticalSampling]
        }
        #expect(factors == [[1, 2], [1, 1], [1, 1]])
        #expect(try Picture(decoding: tall).psnr(Witness.decode(tall)) > 40)
        let images = try Renderer().render(
            tall,
            [20, 48].map { RenditionPlan(Resize(width: $0), as: .png()) }
        )
        for image in images {
            let exact = try Witness.resize(tall, to: image.size, .lanczos3)
            #expect(try Picture(decoding: image.bytes).psnr(exact) > 36)
        }
    }

    @Test(arguments: [
        "jpeg-baseline", "jpeg-444", "jpeg-422", "jpeg-progressive", "jpeg-restarts", "jpeg-gray", "jpeg-rgb",
        "jpeg-cmyk", "jpeg-gray-progressive", "jpeg-cmyk-progressive",
    ])
    func `a JPEG becomes the pixels that Pillow sees`(kind: String) throws {
        let file = try Witness.make(kind)
        let (own, other) = (try Picture(decoding: file), try Witness.decode(file))
        // Pillow brings its own libjpeg-turbo, which may round chroma otherwise.
        #expect(own.maximumDifference(other) <= 3)
        #expect(own.psnr(other) > 50)
    }

    @Test(arguments: ["webp-lossy", "webp-lossless", "webp-alpha", "webp-lossless-alpha"])
    func `a WebP becomes the pixels that Pillow sees`(kind: String) throws {
        let file = try Witness.make(kind)
        #expect(try Picture(decoding: file).maximumDifference(try Witness.decode(file)) <= 1)
    }

    @Test(arguments: [2, 4, 8])
    func `a JPEG decoded at a fraction has the mean colours of the whole`(denominator: Int) throws {
        let file = try Files.file(.jpeg, .flat(37, 21, [200, 100, 50]))
        let small = try Picture(decoding: file, denominator: denominator)
        #expect(small.format.size.width == (37 + denominator - 1) / denominator)
        #expect(
            small.maximumDifference(.flat(small.format.size.width, small.format.size.height, [200, 100, 50]))
                <= 2
        )
    }

    @Test(arguments: [PixelLayout.gray, .rgb, .rgba])
    func `what PNG stores comes back exactly`(layout: PixelLayout) throws {
        let picture = Picture.marker(41, 23, layout)
        #expect(try Picture(decoding: try picture.encoded(as: .png())) == picture)
    }

    @Test(arguments: [PixelLayout.rgb, .rgba])
    func `what lossless WebP stores comes back exactly`(layout: PixelLayout) throws {
        let picture = Picture.marker(41, 23, layout)
        #expect(try Picture(decoding: try Files.file(.webp, picture)) == picture)
    }

    @Test(arguments: [
        Encoding.jpeg(Encoding.JPEGOptions(quality: 95)), .webp(Encoding.WebPOptions(quality: 95)),
    ])
    func `what is stored with loss comes back much like it was`(encoding: Encoding) throws {
        let picture = Picture(160, 120, .rgb) { x, y in [UInt8(x), UInt8(y * 2), UInt8((x + y) / 2)] }
        let decoded = try Picture(decoding: try picture.encoded(as: encoding))
        #expect(decoded.psnr(picture) > 38)
        #expect(abs(decoded.meanDifference(picture)) < 0.5)
    }

    @Test(arguments: [
        ("webp-animated", PixelSize(width: 60, height: 40)),
        ("webp-animated-part", PixelSize(width: 60, height: 40)),
    ])
    func `of an animation the first frame is shown, at its place`(kind: String, size: PixelSize) throws {
        let file = try Witness.make(kind)
        let images = try Renderer().render(file, [RenditionPlan(Resize(), as: .png())])
        let own = try Picture(decoding: images[0].bytes)
        #expect(own.format.size == size)
        let shown = try Witness.decode(file)
        let differing = (0..<size.height).flatMap { y in (0..<size.width).map { (x: $0, y: y) } }.filter {
            // Colours of wholly transparent pixels mean nothing.
            own[$0.x, $0.y] != shown[$0.x, $0.y] && own[$0.x, $0.y][3] + shown[$0.x, $0.y][3] != 0
        }
        #expect(differing.isEmpty)
    }
}
