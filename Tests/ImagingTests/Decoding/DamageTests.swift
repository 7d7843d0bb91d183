import Testing

@testable import Imaging

@Suite struct DamageTests {
    static let kinds = [
        "jpeg-baseline", "jpeg-progressive", "jpeg-gray", "jpeg-cmyk", "png-rgb", "png-rgba", "webp-lossy",
        "webp-lossless", "webp-alpha", "webp-animated",
    ]
    private static let plans = [
        RenditionPlan(Resize(width: 20), as: .jpeg()), RenditionPlan(Resize(width: 30), as: .png()),
    ]

    @Test(arguments: kinds)
    func `every prefix of a file is refused as truncated`(kind: String) throws {
        let file = try Witness.make(kind)
        for count in stride(from: 12, to: file.count, by: max(1, file.count / 300)) + [file.count - 1] {
            let error = #expect(throws: ImagingError.self) {
                try Renderer().render(Array(file[..<count]), Self.plans)
            }
            #expect(error?.code == .truncated, "\(count) of \(file.count) bytes")
        }
    }

    @Test(arguments: ["jpeg-baseline", "jpeg-progressive", "jpeg-restarts"])
    func `a JPEG whose end was put behind missing data is refused`(kind: String) throws {
        let file = try Witness.make(kind)
        for count in stride(from: file.count / 3, to: file.count - 40, by: 97) {
            let error = #expect(throws: ImagingError.self) {
                try Renderer().render(Array(file[..<count]) + [0xff, 0xd9], Self.plans)
            }
            #expect([.damaged, .truncated].contains(error?.code), "\(count) of \(file.count) bytes")
        }
    }

    @Test(arguments: [
        ([UInt8](repeating: 0, count: 16), true), ([0, 0, 0], true), ([0xff, 0xff, 0xff], true),
        ([0, 0xff, 0xff], true), ([UInt8](repeating: 0x5a, count: 14), false),
        ([UInt8](repeating: 0, count: 12) + [0x5a, 0], false),
        ([UInt8](repeating: 0, count: 40), false),
    ])
    func `only a few fill bytes may stand before a marker`(bytes: [UInt8], isHarmless: Bool) throws {
        for kind in ["jpeg-baseline", "jpeg-progressive", "jpeg-gray"] {
            let file = try Witness.make(kind)
            // Up to eight bytes are taken for the last block's, and not missed.
            let padded = file.dropLast(2) + bytes + file.suffix(2)
            let images = try? Renderer().render(Array(padded), Self.plans)
            #expect((images != nil) == isHarmless, "\(kind) with \(bytes)")
            if isHarmless { #expect(try images == Renderer().render(file, Self.plans)) }
        }
    }

    @Test(arguments: [false, true], [false, true])
    func `a PNG with a critical chunk that nobody knows is refused`(isInterlaced: Bool, tolerant: Bool) throws
    {
        let kind = PNGKind(colorType: 2, depth: 8, isInterlaced: isInterlaced, isTransparent: false)
        let file = Files.adding(chunk: "ABCD", [1], to: try Witness.makePNG(kind).file)
        var renderer = Renderer()
        renderer.toleratesDamage = tolerant
        let error = #expect(throws: ImagingError.self) {
            try renderer.render(file, [RenditionPlan(Resize(width: 5), as: .png())])
        }
        #expect(error?.code == .damaged)
        let known = Files.adding(chunk: "abCd", [1], to: try Witness.makePNG(kind).file)
        #expect(throws: Never.self) {
            try renderer.render(known, [RenditionPlan(Resize(width: 5), as: .png())])
        }
    }

    @Test func `a PNG whose end was put behind missing data is refused`() throws {
        let file = try Witness.make("png-rgb")
        let data = try #require(try PNGStructure(reading: file).first("IDAT"))
        for count in stride(from: 0, to: data.data.count, by: 211) {
            let part = PNGChunk.encoded("IDAT", Array(data.data.slice.prefix(count)))
            let wrong = file[..<data.range.lowerBound] + part + file[data.range.upperBound...]
            let error = #expect(throws: ImagingError.self) { try Renderer().render(Array(wrong), Self.plans) }
            #expect(error?.code == .damaged)
        }
    }

    @Test(arguments: kinds)
    func `a file with flipped bits is rendered or refused, and never traps`(kind: String) throws {
        let file = try Witness.make(kind)
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            var wrong = file
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                wrong[Int.random(in: wrong.indices, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            check(wrong)
        }
    }

    @Test(arguments: kinds)
    func `a file with bytes put in, taken out or repeated is rendered or refused`(kind: String) throws {
        let file = try Witness.make(kind)
        var random = SeededRandom(seed: 11)
        for round in 0..<150 {
            var wrong = file
            let start = Int.random(in: wrong.indices, using: &random)
            let range = start..<min(wrong.count, start + Int.random(in: 1...40, using: &random))
            switch round % 3 {
            case 0: wrong.removeSubrange(range)
            case 1: wrong.insert(contentsOf: wrong[range], at: start)
            default:
                wrong.insert(
                    contentsOf: range.map { _ in UInt8.random(in: 0...255, using: &random) },
                    at: start
                )
            }
            check(wrong)
        }
    }

    @Test(arguments: ["webp-alpha", "webp-animated", "webp-animated-part"])
    func `a WebP whose picture has another size than its container says is refused`(kind: String) throws {
        let file = try Witness.make(kind)
        let structure = try WebPStructure(reading: file)
        var wrong = file
        // The lowest bits of the canvas's width (RFC 9649 section 2.7), or of the frame's (section 2.7.1.1).
        let place = structure.frames.first.map { $0.data.range.lowerBound + 6 } ?? 12 + 8 + 4
        wrong[place] -= 1
        let error = #expect(throws: ImagingError.self) {
            let info = try ImageInfo(reading: wrong)
            _ = try Normaliser().normalise(wrong + [0], info)
        }
        #expect(error?.code == .damaged)
    }

    /// Runs everything that reads files; only an error of the module's own type may come out.
    private func check(_ file: [UInt8]) {
        var limits = ImageLimits()
        limits.maximumPixelCount = 1_000_000
        do throws(ImagingError) {
            let info = try ImageInfo(reading: file)
            let normal = try Normaliser(limits: limits).normalise(file, info)
            if case .rewritten(let bytes, _) = normal {
                let again = try Normaliser(limits: limits).normalise(bytes, try ImageInfo(reading: bytes))
                #expect(again == .unchanged)
            }
            _ = try Renderer(limits: limits).render(file, Self.plans)
        } catch {
            #expect(!error.detail.isEmpty)
        }
    }

    @Test func `a decoder that failed fails again in the same way`() throws {
        let file = try Witness.make("jpeg-noise")
        var wrong = file
        wrong.replaceSubrange(
            file.count / 2..<file.count / 2 + 40,
            with: (0..<20).flatMap { _ in [0xff, 0x00] as [UInt8] }
        )
        try wrong.withUnsafeBufferPointer { bytes in
            var decoder = try JPEGDecoder(
                try JPEGReader(bytes, try JPEGStructure(reading: wrong), limits: ImageLimits()),
                denominator: 1
            )
            var row = [UInt8](repeating: 0, count: decoder.format.rowByteCount)
            var errors: [ImagingError] = []
            for _ in 0..<decoder.format.size.height + 5 {
                do throws(ImagingError) {
                    var span = row.mutableSpan
                    try decoder.readRow(into: &span)
                } catch {
                    errors.append(error)
                }
            }
            #expect(errors.count >= 5)
            #expect(Set(errors).count == 1)
            #expect(errors.first?.code == .damaged)
        }
    }

    @Test(arguments: ["", ":interlaced"])
    func `an index beyond a PNG's palette is damage`(form: String) throws {
        let file = try Witness.make("png-palette-index\(form)")
        let plan = RenditionPlan(Resize(), as: .png())
        let error = #expect(throws: ImagingError.self) { try Renderer().render(file, [plan]) }
        #expect(error?.code == .damaged)
        var renderer = Renderer()
        renderer.toleratesDamage = true
        let image = try renderer.render(file, [plan])[0]
        #expect(image.notices == [.damagedSource])
        #expect(try Picture(decoding: image.bytes)[2, 0] == [128, 128, 128])
    }
}
