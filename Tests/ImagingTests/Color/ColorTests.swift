import Testing

@testable import Imaging

@Suite struct ColorTests {
    private static let whole = RenditionPlan(Resize(), as: .png())

    private func rendered(_ file: [UInt8], _ plan: RenditionPlan = whole) throws -> RenderedImage {
        try Renderer().render(file, [plan])[0]
    }

    @Test(arguments: [
        "icc:p3:RGB:PNG", "icc:adobe:RGB:PNG", "icc:adobe:RGBA:PNG", "icc:p3:RGBA:WEBP", "icc:adobe:RGB:WEBP",
        "icc:gray18:L:PNG", "icc:adobe:L:PNG",
    ])
    func `pixels of a profile become sRGB as littleCMS does it`(kind: String) throws {
        let file = try Witness.make(kind)
        let image = try rendered(file)
        let (own, other) = (try Picture(decoding: image.bytes), try Witness.srgb(file))
        let gray = own.format.layout == .gray
        let seen = gray ? Picture(97, 61, .rgb) { x, y in [UInt8](repeating: own[x, y][0], count: 3) } : own
        #expect(seen.maximumDifference(other) <= 2)
        #expect(own.psnr(try Picture(decoding: file)) < 45, "the profile must make a difference")
        #expect(image.notices.isEmpty)
    }

    @Test(arguments: [
        "icc:p3:RGB:JPEG", "icc:gray18:L:JPEG", "icc:adobe:L:JPEG", "icc:cmyk:CMYK:JPEG",
        "icc:cmyk:CMYK:JPEG:plain",
    ])
    func `a JPEG of a profile becomes sRGB as littleCMS does it`(kind: String) throws {
        let file = try Witness.make(kind)
        let (own, other) = (try Picture(decoding: rendered(file).bytes), try Witness.srgb(file))
        let gray = own.format.layout == .gray
        let seen = gray ? Picture(97, 61, .rgb) { x, y in [UInt8](repeating: own[x, y][0], count: 3) } : own
        // Pillow brings its own libjpeg-turbo and littleCMS.
        #expect(seen.psnr(other) > 44)
    }

    @Test(arguments: ["icc:p3:RGB:JPEG", "icc:adobe:RGB:PNG"], [30, 61])
    func `reduced pictures have the colours of the whole one`(kind: String, width: Int) throws {
        let file = try Witness.make(kind)
        let own = try Picture(decoding: rendered(file, RenditionPlan(Resize(width: width), as: .png())).bytes)
        let whole = try Files.file(.png, try Witness.srgb(file))
        #expect(own.psnr(try Witness.resize(whole, to: own.format.size, .lanczos3)) > 34)
    }

    @Test(arguments: ["icc:srgb:RGB:JPEG", "icc:srgb:RGB:PNG", "icc:graysrgb:L:JPEG", "icc:srgb:L:JPEG"])
    func `a profile much like sRGB changes nothing`(kind: String) throws {
        let file = try Witness.make(kind)
        let conversion =
            switch try ImageStructure(reading: file) {
            case .jpeg(let structure):
                structure.color(of: structure.frame.components.count == 1 ? .gray : .rgb)
            default:
                try file.withUnsafeBufferPointer {
                    try PNGDecoder($0, try PNGStructure(reading: file), limits: ImageLimits()).color
                }
            }
        #expect(!conversion.isNeeded && !conversion.isIgnored)
    }

    @Test(arguments: [
        "icc:broken:RGB:JPEG", "icc:broken:RGB:PNG", "icc:broken:RGBA:WEBP", "icc:cmyk:RGB:JPEG",
        "icc:gray18:RGB:JPEG", "icc:p3:CMYK:JPEG", "icc:adobe:CMYK:JPEG", "icc:gray18:CMYK:JPEG",
    ])
    func `a profile that cannot be used is ignored and said`(kind: String) throws {
        let file = try Witness.make(kind)
        let image = try rendered(file)
        #expect(image.notices == [.ignoredProfile])
        #expect(try Picture(decoding: image.bytes).psnr(try Picture(decoding: file)) > 45)
    }

    @Test func `parts of a profile that do not make a whole are ignored and said`() throws {
        let part = Array("ICC_PROFILE\0".utf8) + [1, 2, 0, 0, 0, 0]
        let file = Files.adding(marker: 0xe2, part, to: try Files.file(.jpeg, .marker(48, 32)))
        #expect(try rendered(file).notices == [.ignoredProfile])
    }

    @Test func `no prefix of a profile and no flipped bit traps`() throws {
        for kind in ["icc:p3:RGB:PNG", "icc:cmyk:CMYK:JPEG"] {
            let profile = try Witness.profile(Witness.make(kind))
            var random = SeededRandom(seed: 3)
            for round in 0..<200 {
                var wrong = profile
                if round % 2 == 0 {
                    wrong = Array(wrong.prefix(Int.random(in: wrong.indices, using: &random)))
                }
                for _ in 0..<3 where !wrong.isEmpty {
                    wrong[Int.random(in: 0..<min(wrong.count, 400), using: &random)] = .random(
                        in: 0...255,
                        using: &random
                    )
                }
                for pixels in [ColorTransform.Pixels.gray, .rgb, .rgba, .inks] {
                    let levels = [UInt8](repeating: 77, count: 40)
                    _ = ColorTransform(wrong, pixels)?.converted(levels, count: 10)
                }
            }
        }
    }

    @Test(arguments: ["jpeg-ycck", "jpeg-cmyk-plain"])
    func `inks without a usable profile become the pixels that Pillow sees`(kind: String) throws {
        let file = try Witness.make(kind)
        #expect(try Picture(decoding: file).psnr(try Witness.decode(file)) > 50)
    }
}
