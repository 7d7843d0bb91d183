import Testing

@testable import Imaging

@Suite struct `A JPEG of unusual sampling` {
    private static let kinds = [
        "jpeg-422", "jpeg-411", "jpeg-411-progressive", "jpeg-440", "jpeg-410", "jpeg-441", "jpeg-3x1",
        "jpeg-1x3",
        "jpeg-uneven-chroma", "jpeg-small-luma", "jpeg-small-luma-progressive",
    ]

    @Test(arguments: kinds)
    func `becomes the pixels that Pillow sees`(kind: String) throws {
        let file = try Witness.make(kind)
        #expect(try Picture(decoding: file).psnr(try Witness.decode(file)) > 40)
    }

    @Test(arguments: kinds, [96, 40, 24, 11])
    func `is reduced as exactly as any`(kind: String, width: Int) throws {
        let file = try Witness.make(kind)
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: width), as: .png())])[0]
        let exact = try Witness.resize(file, to: image.size, .lanczos3)
        #expect(try Picture(decoding: image.bytes).psnr(exact) > 34)
    }

    @Test(arguments: kinds)
    func `becomes JPEGs again`(kind: String) throws {
        let file = try Witness.make(kind)
        var options = Encoding.JPEGOptions(quality: 95)
        options.chromaSubsampling = .full
        let plans = [48, 96].map { RenditionPlan(Resize(width: $0), as: .jpeg(options)) }
        let images = try Renderer().render(file, plans)
        for image in images {
            let exact = try Witness.resize(file, to: image.size, .lanczos3)
            #expect(try Picture(decoding: image.bytes).psnr(exact) > 34)
        }
    }

    @Test(arguments: kinds, [Orientation.rotate90, .rotate180, .mirrorHorizontally])
    func `stands upright in the end`(kind: String, orientation: Orientation) throws {
        let turned = try Files.adding(orientation, to: try Witness.make(kind))
        let kept: [UInt8]
        switch try Normaliser().normalise(turned, try ImageInfo(reading: turned)) {
        case .unchanged: kept = turned
        case .rewritten(let bytes, _): kept = bytes
        }
        let image = try Renderer().render(kept, [RenditionPlan(Resize(), as: .png())])[0]
        let exact = try Witness.resize(turned, to: image.size, .nearest)
        #expect(try Picture(decoding: image.bytes).psnr(exact) > 34)
    }
}
