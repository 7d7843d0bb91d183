import Testing

@testable import Imaging

@Suite struct LinearLightTests {
    private static func resize(_ width: Int, _ filter: ResampleFilter = .lanczos3) -> Resize {
        var resize = Resize(width: width, filter: filter)
        resize.usesLinearLight = true
        return resize
    }

    private func rendered(_ file: [UInt8], _ resize: Resize) throws -> Picture {
        try Picture(decoding: try Renderer().render(file, [RenditionPlan(resize, as: .png())])[0].bytes)
    }

    @Test(arguments: ["png-rgb", "png-gray", "png-rgba"], [ResampleFilter.lanczos3, .bilinear])
    func `light is averaged as exactly as in floating point`(kind: String, filter: ResampleFilter) throws {
        let file = try Witness.make(kind)
        for width in [80, 48, 30, 11] {
            let own = try rendered(file, Self.resize(width, filter))
            let exact = try Witness.resize(file, to: own.format.size, filter, inLinearLight: true)
            // The darkest levels are 5 parts of light apart, and nearly transparent ones mean little.
            #expect(own.psnr(exact) > (kind == "png-rgba" ? 40 : 52), "\(width)")
            #expect(abs(own.meanDifference(exact)) < 0.1, "\(width)")
        }
    }

    @Test(arguments: [
        "icc:adobe-linear:RGB:PNG", "icc:adobe-linear:RGBA:PNG", "icc:gray18:L:PNG", "icc:p3:RGB:PNG",
    ])
    func `light is that of the source's own profile`(kind: String) throws {
        let file = try Witness.make(kind)
        let whole = try Files.file(
            .png,
            try Picture(decoding: Renderer().render(file, [RenditionPlan(Resize(), as: .png())])[0].bytes)
        )
        let small = Self.resize(30)
        let own = try rendered(file, small)
        let exact = try Witness.resize(whole, to: own.format.size, .lanczos3, inLinearLight: true)
        #expect(own.psnr(exact) > (kind.contains("RGBA") ? 40 : 50), "\(own.psnr(exact)) dB")
        let plans = [RenditionPlan(small, as: .png()), RenditionPlan(Resize(width: 20), as: .png())]
        let beside = try Renderer().render(file, plans)
        #expect(try Picture(decoding: beside[0].bytes) == own)
        #expect(beside.allSatisfy { $0.steps.contains { "\($0)".contains("convertToSRGB") } })
    }

    @Test func `every level stays as it is in a flat field`() throws {
        for level in 0...255 {
            let pixel = [UInt8(level), UInt8(255 - level), 77]
            let file = try Files.file(.png, .flat(40, 30, pixel))
            #expect(try rendered(file, Self.resize(13)) == .flat(13, 10, pixel))
        }
    }

    @Test func `as much white as black is not middle gray`() throws {
        let board = Picture(64, 64, .gray) { x, y in [(x + y) % 2 == 0 ? 0 : 255] }
        let file = try Files.file(.png, board)
        let middle = try rendered(file, Self.resize(8))[4, 4][0]
        #expect(abs(Int(middle) - 188) <= 1)
        #expect(try abs(Int(rendered(file, Resize(width: 8))[4, 4][0]) - 128) <= 1)
        let lossy = try board.encoded(as: .jpeg(Encoding.JPEGOptions(quality: 100)))
        #expect(try abs(Int(rendered(lossy, Self.resize(16))[8, 8][0]) - 188) <= 2)
    }

    @Test func `transparent pixels give no light`() throws {
        let picture = Picture(40, 40, .rgba) { x, _ in x < 20 ? [200, 10, 90, 255] : [255, 255, 255, 0] }
        let small = try rendered(try Files.file(.png, picture), Self.resize(9))
        for x in 0..<9 where small[x, 4][3] > 40 {
            #expect(zip(small[x, 4], [200, 10, 90]).allSatisfy { abs(Int($0) - $1) <= 3 }, "\(small[x, 4])")
        }
    }

    @Test(arguments: [400, 200, 100, 50])
    func `a JPEG is averaged from all of its pixels, sequential or progressive`(width: Int) throws {
        var options = Encoding.JPEGOptions()
        options.isProgressive = width < 200
        let photo = SyntheticPhoto(size: PixelSize(width: 800, height: 600))
        let file = try photo.encoded(as: .jpeg(options))
        let own = try rendered(file, Self.resize(width))
        let whole = try Files.file(.png, try rendered(file, Resize()))
        let exact = try Witness.resize(whole, to: own.format.size, .lanczos3, inLinearLight: true)
        #expect(own.psnr(exact) > 52, "\(own.psnr(exact)) dB")
    }

    @Test(arguments: [ResampleFilter.lanczos3, .bilinear])
    func `means of neighbours in a large picture are as good as its pixels`(filter: ResampleFilter) throws {
        let size = PixelSize(width: 2401, height: 1303)
        #expect(size.pixelCount > DecodeScale.smallPixelCount)
        let file = try SyntheticPhoto(size: size).encoded()
        let whole = try Files.file(.png, try rendered(file, Resize()))
        for width in [400, 121] {
            let own = try rendered(whole, Self.resize(width, filter))
            let exact = try Witness.resize(whole, to: own.format.size, filter, inLinearLight: true)
            #expect(own.psnr(exact) > 52, "\(width): \(own.psnr(exact)) dB")
            #expect(abs(own.meanDifference(exact)) < 0.05, "\(width)")
        }
    }

    @Test func `renditions of both kinds come from one decode`() throws {
        let file = try SyntheticPhoto(size: PixelSize(width: 400, height: 300)).encoded()
        let plans = [Resize(width: 100), Self.resize(100), Resize(width: 50)].map {
            RenditionPlan($0, as: .png())
        }
        let together = try Renderer().render(file, plans).map { try Picture(decoding: $0.bytes) }
        #expect(together[0] != together[1])
        #expect(together[1] == (try rendered(file, Self.resize(100))))
        #expect(together[0].psnr(try rendered(file, Resize(width: 100))) > 38)
    }
}
