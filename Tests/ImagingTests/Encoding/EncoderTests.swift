import Testing

@testable import Imaging

@Suite struct EncoderTests {
    private static let picture = Picture(161, 99, .rgb) { x, y in
        [UInt8(x), UInt8(y * 2), UInt8((x + y) / 2)]
    }

    private static let encodings: [Encoding] = {
        var encodings: [Encoding] = [.png(), .webp(), .jpeg()]
        for sampling in Encoding.JPEGOptions.ChromaSubsampling.allCases {
            for flags in 0..<4 {
                var options = Encoding.JPEGOptions(quality: 90)
                options.chromaSubsampling = sampling
                options.isProgressive = flags & 1 == 1
                options.optimizesCoding = flags & 2 == 2
                encodings.append(.jpeg(options))
            }
        }
        for level in [0, 1, 9] {
            var options = Encoding.PNGOptions()
            options.compressionLevel = level
            options.usesPalette = level == 1
            encodings.append(.png(options))
        }
        for method in 0...6 {
            var options = Encoding.WebPOptions(quality: 90)
            options.method = method
            options.isLossless = method % 3 == 0
            encodings.append(.webp(options))
        }
        return encodings
    }()

    @Test(arguments: encodings)
    func `Pillow reads what was written`(encoding: Encoding) throws {
        let file = try Self.picture.encoded(as: encoding)
        let seen = try Witness.decode(file)
        #expect(seen.psnr(Self.picture) > (encoding.isLossless ? 99 : 34))
    }

    @Test(arguments: encodings)
    func `Pillow reads renditions of a JPEG`(encoding: Encoding) throws {
        let source = try Files.file(.jpeg, Self.picture)
        for width in [161, 97, 40, 8, 1] {
            let image = try Renderer().render(source, [RenditionPlan(Resize(width: width), as: encoding)])[0]
            let seen = try Witness.decode(image.bytes)
            #expect(seen.format.size == image.size)
            #expect(seen.psnr(try Witness.resize(source, to: image.size, .lanczos3)) > 26, "\(width)")
        }
    }

    @Test func `a higher quality is closer and larger`() throws {
        var last = (byteCount: 0, psnr: 0.0)
        for quality in [10, 40, 75, 95] {
            let file = try Self.picture.encoded(as: .jpeg(Encoding.JPEGOptions(quality: quality)))
            let next = (file.count, try Picture(decoding: file).psnr(Self.picture))
            #expect(next.0 > last.byteCount && next.1 > last.psnr)
            last = next
        }
    }

    @Test(arguments: ["jpeg-icc", "png-icc", "webp-icc"], [Encoding.jpeg(), .png(), .webp()])
    func `no colour profile is left, as all pixels are sRGB`(kind: String, encoding: Encoding) throws {
        let source = try Witness.make(kind)
        let image = try Renderer().render(source, [RenditionPlan(Resize(width: 30), as: encoding)])[0]
        #expect(try !Witness.profile(source).isEmpty)
        #expect(try Witness.profile(image.bytes).isEmpty)
    }

    @Test func `metadata of the source do not reach a rendition`() throws {
        let block = TIFFBlock.make([
            (EXIF.Tag.orientation, .short(1)), (EXIF.Tag.model, .text("Secret")),
            (EXIF.Tag.gpsDirectory, .directory([(EXIF.Tag.latitudeReference, .text("N"))])),
        ])
        let source = try Files.adding(exif: block, to: try Files.file(.jpeg, Self.picture))
        for encoding in [Encoding.jpeg(), .png(), .webp()] {
            let image = try Renderer().render(source, [RenditionPlan(Resize(width: 30), as: encoding)])[0]
            #expect(try Witness.metadata(image.bytes).isEmpty)
        }
    }
}

extension Encoding {
    /// Whether every pixel comes back as it was.
    fileprivate var isLossless: Bool {
        switch self {
        case .jpeg: false
        case .png: true
        case .webp(let options): options.isLossless
        }
    }
}
