import Glibc
import Testing

@testable import Imaging

@Suite struct AccuracyTests {
    @Test(arguments: [2, 4, 6, 11, 17])
    func `a JPEG reduced while it is decoded is much like Pillow's full decode`(reduction: Int) throws {
        let photo = SyntheticPhoto(size: PixelSize(width: 416, height: 320))
        let file = try photo.encoded(as: .jpeg(Encoding.JPEGOptions(quality: 92)))
        let size = PixelSize(width: 416 / reduction, height: 320 / reduction)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        let other = try Witness.resize(file, to: size, .lanczos3)
        #expect(own.psnr(other) >= 45, "\(own.psnr(other)) dB")
        #expect(abs(own.meanDifference(other)) < 0.1, "\(own.meanDifference(other))")
    }

    @Test(arguments: [4, 8, 16, 23], [320, 313])
    func `a WebP reduced while it is decoded keeps its brightness`(reduction: Int, width: Int) throws {
        // Rows are there twice, so that the mean of four pixels lies between two levels every other time.
        let picture = Picture(width, 320, .rgb) { x, y in
            let grain = (x &* 2_654_435_761 ^ (y / 2) &* 40_503) >> 7 & 31
            return [x / 3 + grain, y / 3 + grain, 90 + grain].map { UInt8($0) }
        }
        let file = try Files.file(.webp, picture)
        let size = PixelSize(width: width / reduction, height: 320 / reduction)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        let exact = try Witness.resize(file, to: size, .lanczos3)
        #expect(abs(own.meanDifference(exact)) < 0.05, "\(own.meanDifference(exact)) levels")
        #expect(own.psnr(exact) >= 50, "\(own.psnr(exact)) dB")
    }

    @Test func `inks keep their brightness however small they become`() throws {
        let file = try Witness.make("jpeg-cmyk-large")
        let size = PixelSize(width: 20, height: 15)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        let exact = try Witness.resize(file, to: size, .lanczos3)
        #expect(abs(own.meanDifference(exact)) < 0.05, "\(own.meanDifference(exact)) levels")
    }

    @Test(arguments: [2, 4, 8])
    func `what a decoder's means lose is made up for`(denominator: Int) throws {
        // Waves that both sides of the result can show, but that means have less of.
        let size = PixelSize(width: 1_088, height: 640)
        let period = Double(5 * denominator)
        let picture = Picture(size.width, size.height, .gray) { x, y in
            let wave = cos(2 * .pi * Double(x) / period) + cos(2 * .pi * Double(y) / period)
            return [UInt8(128 + 50 * wave)]
        }
        var encoding = Encoding.JPEGOptions(quality: 98)
        encoding.chromaSubsampling = .full
        let file = try Files.file(.png, picture)
        let plan = RenditionPlan(Resize(), as: .jpeg(encoding))
        let jpeg = try Renderer().render(file, [plan])[0].bytes
        var renderer = Renderer()
        renderer.headRoom = 2
        let width = size.width / (2 * denominator)
        let small = try renderer.render(jpeg, [RenditionPlan(Resize(width: width), as: .png())])[0]
        let exact = try Witness.resize(jpeg, to: small.size, .lanczos3)
        #expect(try Picture(decoding: small.bytes).psnr(exact) >= 48)
    }

    @Test func `more head-room behind the decoder is nearer, and the standard leaves what it says`() throws {
        let photo = SyntheticPhoto(size: PixelSize(width: 416, height: 320))
        let file = try photo.encoded(as: .jpeg(Encoding.JPEGOptions(quality: 92)))
        let exact = try Witness.resize(file, to: PixelSize(width: 104, height: 80), .lanczos3)
        let plan = RenditionPlan(Resize(width: 104), as: .png())
        func picture(_ headRoom: Double?) throws -> Picture {
            var renderer = Renderer()
            if let headRoom { renderer.headRoom = headRoom }
            return try Picture(decoding: try renderer.render(file, [plan])[0].bytes)
        }
        let pictures = try [1, 2, 4].map { try picture($0) }
        #expect(Set(pictures).count == 3)
        #expect(pictures[0].psnr(exact) < pictures[1].psnr(exact) - 1)
        #expect(try picture(nil) == pictures[2])
        #expect(pictures[2].psnr(exact) >= 50)
    }

    @Test(arguments: [
        (ImageFormat.jpeg, 1_800, 2.2), (.jpeg, 4_000, 2), (.webp, 1_800, 2.2), (.webp, 4_000, 2),
    ])
    func `small files are decoded with more head-room`(
        format: ImageFormat,
        width: Int,
        headRoom: Double
    ) {
        let size = PixelSize(width: width, height: width * 2 / 3)
        let info = ImageInfo(format: format, storedSize: size, byteCount: 1_000_000)
        #expect(DecodeScale.Ability(info, headRoom: nil).headRoom == headRoom)
        #expect(DecodeScale.Ability(info, headRoom: 1).headRoom == 1)
    }

    @Test(arguments: [2, 4, 6, 11, 17])
    func `a progressive JPEG keeps its brightness where colours are cut`(reduction: Int) throws {
        let size = PixelSize(width: 416 / reduction, height: 320 / reduction)
        let file = try Witness.make("jpeg-vivid-progressive")
        let exact = try Witness.resize(file, to: size, .lanczos3)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        #expect(own.psnr(exact) >= 50, "\(own.psnr(exact)) dB")
        #expect(abs(own.meanDifference(exact)) < 0.05, "\(own.meanDifference(exact))")
    }

    @Test(arguments: [false, true])
    func `a progressive JPEG is decoded in full, and every one whose light is averaged`(
        inLight: Bool
    )
        throws
    {
        func pixels(_ kind: String, _ headRoom: Double?) throws -> Picture {
            var (renderer, resize) = (Renderer(), Resize(width: 52))
            renderer.headRoom = headRoom
            resize.usesLinearLight = inLight
            let file = try Witness.make(kind)
            return try Picture(
                decoding: renderer.render(file, [RenditionPlan(resize, as: .png())])[0].bytes
            )
        }
        let (sequential, progressive) = ("jpeg-vivid", "jpeg-vivid-progressive")
        #expect(try pixels(progressive, nil) == pixels(sequential, .infinity))
        #expect(try (pixels(progressive, nil) == pixels(sequential, nil)) == inLight)
    }

    @Test(arguments: [3, 4, 5, 8, 15, 24])
    func `noise is as near to the exact picture at every reduction`(reduction: Int) throws {
        var random = SeededRandom(seed: 5)
        let noise = Picture(1_200, 720, .gray) { _, _ in [UInt8.random(in: 0...255, using: &random)] }
        let file = try Files.file(.png, noise)
        let size = PixelSize(width: 1_200 / reduction, height: 720 / reduction)
        let own = try ExactnessTests.resized(file, size, .lanczos3)
        let psnr = own.psnr(try Witness.resize(file, to: size, .lanczos3))
        #expect(psnr > 52, "\(psnr) dB")
    }

    @Test(arguments: [
        PixelSize(width: 1, height: 1), PixelSize(width: 3, height: 2), PixelSize(width: 8, height: 5),
    ])
    func `a few pixels that stand for a whole picture are as Pillow makes them`(
        size: PixelSize
    )
        throws
    {
        let photo = SyntheticPhoto(size: PixelSize(width: 1_200, height: 800))
        let file = try photo.encoded(as: .jpeg(Encoding.JPEGOptions(quality: 92)))
        let resize = Resize(width: size.width, height: size.height, fit: .fill)
        let image = try Renderer().render(file, [RenditionPlan(resize, as: .png())])[0]
        let other = try Witness.resize(file, to: size, .lanczos3)
        let difference = try Picture(decoding: image.bytes).maximumDifference(other)
        #expect(difference <= 2, "\(difference) levels")
    }

    @Test(arguments: [Resize.Fit.cover, .fill])
    func `a cut is taken from its exact place, between pixels too`(fit: Resize.Fit) throws {
        let picture = Picture(180, 120, .gray) { x, y in [UInt8(x + y / 2)] }
        let file = try picture.encoded(as: .png())
        let resize = Resize(width: 50, height: 50, fit: fit)
        let image = try Renderer().render(file, [RenditionPlan(resize, as: .png())])[0]
        let own = try Picture(decoding: image.bytes)
        let (scaleX, left) = fit == .cover ? (2.4, 30.0) : (3.6, 0.0)
        for (x, y) in [(5, 5), (25, 30), (44, 40)] {
            let sourceX = left + (Double(x) + 0.5) * scaleX - 0.5
            let sourceY = (Double(y) + 0.5) * 2.4 - 0.5
            #expect(abs(Double(own[x, y][0]) - sourceX - sourceY / 2) < 1.1, "\(x), \(y)")
        }
    }
}
