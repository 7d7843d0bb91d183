import Testing

@testable import Imaging

@Suite struct ToleranceTests {
    private static let plans = [
        RenditionPlan(Resize(), as: .png()), RenditionPlan(Resize(width: 20), as: .jpeg()),
    ]
    private static let kinds = [
        "jpeg-baseline", "jpeg-gray", "jpeg-cmyk", "jpeg-restarts", "jpeg-progressive", "png-rgb", "png-rgba",
        "webp-lossy", "webp-lossless",
    ]

    private func render(_ file: [UInt8]) throws -> [RenderedImage] {
        var renderer = Renderer()
        renderer.toleratesDamage = true
        return try renderer.render(file, Self.plans)
    }

    @Test(arguments: kinds)
    func `a whole file gives the same with tolerance and says nothing`(kind: String) throws {
        let file = try Witness.make(kind)
        #expect(try render(file) == Renderer().render(file, Self.plans))
        #expect(try render(file).allSatisfy(\.notices.isEmpty))
    }

    /// The whole picture of a kind, and what seven tenths of its file give, which must be said to be damaged.
    private func cutOff(_ kind: String) throws -> (whole: Picture, part: Picture) {
        let file = try Witness.make(kind)
        let cut = Array(file.prefix(file.count * 7 / 10))
        #expect(throws: ImagingError.self) { try Renderer().render(cut, Self.plans) }
        let images = try render(cut)
        #expect(images.allSatisfy { $0.notices == [.damagedSource] })
        let (whole, part) = (try Picture(decoding: file), try Picture(decoding: images[0].bytes))
        #expect(part.format.size == whole.format.size)
        #expect(part != whole)
        return (whole, part)
    }

    @Test(arguments: kinds.filter { $0 != "jpeg-progressive" })
    func `of a file that is cut off the first rows are there, and it is said`(kind: String) throws {
        let (whole, part) = try cutOff(kind)
        let equal = (0..<16).filter { y in
            (0..<97).allSatisfy { x in zip(whole[x, y], part[x, y]).allSatisfy { abs(Int($0) - Int($1)) < 12 }
            }
        }
        #expect(equal.count >= 15, "\(equal)")
    }

    @Test
    func `of a progressive file that is cut off the whole picture is there, if coarser, and it is said`()
        throws
    {
        let (whole, part) = try cutOff("jpeg-progressive")
        // Every scan is of all rows: what is missing are the last bits of the coefficients.
        #expect(part.psnr(whole) > 32, "\(part.psnr(whole)) dB")
    }

    @Test(arguments: kinds)
    func `every prefix is rendered and said, or refused`(kind: String) throws {
        let file = try Witness.make(kind)
        var renderedCount = 0
        for count in stride(from: 12, to: file.count - 12, by: max(1, file.count / 120)) {
            do throws(ImagingError) {
                var renderer = Renderer()
                renderer.toleratesDamage = true
                let images = try renderer.render(Array(file.prefix(count)), Self.plans)
                #expect(images.allSatisfy { $0.notices == [.damagedSource] }, "\(count)")
                renderedCount += 1
            } catch {
                #expect([.truncated, .damaged].contains(error.code), "\(error)")
            }
        }
        #expect(renderedCount > 30)
    }

    @Test(arguments: kinds + ["webp-alpha", "webp-animated"])
    func `a file with flipped bits is rendered or refused, and never traps`(kind: String) throws {
        let file = try Witness.make(kind)
        var random = SeededRandom(seed: 5)
        var limits = ImageLimits()
        limits.maximumPixelCount = 1_000_000
        for _ in 0..<150 {
            var wrong = file
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                wrong[Int.random(in: wrong.indices, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            do throws(ImagingError) {
                var (renderer, normaliser) = (Renderer(limits: limits), Normaliser(limits: limits))
                (renderer.toleratesDamage, normaliser.toleratesDamage) = (true, true)
                let info = try ImageInfo(reading: wrong, toleratingDamage: true)
                _ = try normaliser.normalise(wrong, info)
                _ = try renderer.render(wrong, Self.plans)
            } catch {
                #expect(!error.detail.isEmpty)
            }
        }
    }

    @Test func `a wrong checksum of image data is said`() throws {
        var file = try Witness.make("png-rgb")
        let data = try #require(try PNGStructure(reading: file).first("IDAT"))
        file[data.range.upperBound - 1] ^= 1
        #expect(throws: ImagingError.self) { try Renderer().render(file, Self.plans) }
        #expect(try render(file)[0].notices == [.damagedSource])
    }

    @Test func `a header that promises too much is still refused by its limit`() throws {
        func code(_ kind: String) throws -> ImagingError.Code? {
            let file = try Witness.make(kind)
            return #expect(throws: ImagingError.self) { try render(file) }?.code
        }
        #expect(try code("bomb-interlaced-png") == .sideTooLong)
        #expect(try code("bomb-many-scans-jpeg") == .tooManyScans)
    }

    @Test(arguments: ["jpeg-444", "jpeg-progressive"], [Orientation.transpose, .rotate90])
    func `a damaged JPEG is turned as far as it goes, and the copy says so`(
        kind: String,
        orientation: Orientation
    ) throws {
        let file = try Files.adding(orientation, to: try Witness.make(kind))
        let cut = Array(file.prefix(file.count * 8 / 10))
        var normaliser = Normaliser()
        normaliser.toleratesDamage = true
        let info = try ImageInfo(reading: cut, toleratingDamage: true)
        #expect(info.isDamaged)
        guard case .rewritten(let bytes, let changes) = try normaliser.normalise(cut, info) else {
            #expect(orientation == .rotate90, "its edge cuts blocks: the file stays as it is")
            return
        }
        #expect(changes.contains(.acceptedDamage) && changes.contains(.turnedUpright))
        #expect(try Renderer().render(bytes, Self.plans)[0].size == info.size)
    }

    @Test func `the copy of a cut animation says that it was cut`() throws {
        let file = try Witness.make("webp-animated")
        let second = try WebPStructure(reading: file).frames[1].range.lowerBound
        for count in [second + 20, second] {
            let cut = Array(file.prefix(count))
            var normaliser = Normaliser()
            normaliser.toleratesDamage = true
            let info = try ImageInfo(reading: cut, toleratingDamage: true)
            // Without its other frames nothing has to be removed: the file stays, and shows what happened to it.
            switch try normaliser.normalise(cut, info) {
            case .rewritten(_, let changes): #expect(changes.contains(.acceptedDamage))
            case .unchanged: #expect(try render(cut)[0].notices == [.damagedSource])
            }
        }
    }

    @Test(arguments: ["jpeg-baseline", "png-rgb", "webp-lossy"])
    func `a damaged file without metadata is copied or stripped, and can be rendered`(kind: String) throws {
        let file = try Witness.make(kind)
        let block = TIFFBlock.make([(EXIF.Tag.model, .text("Camera"))])
        for whole in [file, try Files.adding(exif: block, to: file)] {
            let cut = Array(whole.prefix(file.count * 8 / 10))
            var normaliser = Normaliser()
            normaliser.toleratesDamage = true
            let info = try ImageInfo(reading: cut, toleratingDamage: true)
            var copy = cut
            if case .rewritten(let bytes, _) = try normaliser.normalise(cut, info) { copy = bytes }
            #expect(try render(copy)[0].notices == [.damagedSource])
        }
    }
}
