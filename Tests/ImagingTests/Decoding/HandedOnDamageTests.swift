import Testing

@testable import Imaging

@Suite struct `Damage of a file that nobody else would read` {
    private static func plan(_ encoding: Encoding) -> RenditionPlan {
        var plan = RenditionPlan(Resize(), as: encoding)
        plan.mayBeSource = true
        return plan
    }

    /// It is refused; where damage is tolerated, its pixels are encoded again, and those of `whole`, perhaps without the last
    /// row.
    private func check(
        _ file: [UInt8],
        _ encoding: Encoding,
        like whole: [UInt8],
        losingRow: Bool = false
    ) throws {
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(file, [Self.plan(encoding)])
        }
        #expect(error?.code == .damaged)
        var renderer = Renderer()
        renderer.toleratesDamage = true
        let image = try renderer.render(file, [Self.plan(encoding)])[0]
        #expect(image.notices.contains(.damagedSource))
        #expect(image.steps.contains { if case .encode = $0 { true } else { false } })
        let expected = try Picture(decoding: try Renderer().render(whole, [Self.plan(encoding)])[0].bytes)
        let found = try Picture(decoding: image.bytes)
        #expect(found.format == expected.format)
        let lostByteCount = losingRow ? expected.format.rowByteCount : 0
        #expect(found.pixels.dropLast(lostByteCount) == expected.pixels.dropLast(lostByteCount))
    }

    /// What may be wrong with the four bytes behind the image data.
    enum SumFault: CaseIterable {
        case isWrong, isWrongInItsOwnChunk, isMissing, isCut
    }

    private static func damaged(_ stream: [UInt8], _ fault: SumFault) -> [UInt8] {
        let (data, sum) = (Array(stream.dropLast(4)), stream.suffix(4).map { ~$0 })
        let parts =
            switch fault {
            case .isWrong: [data + sum]
            case .isWrongInItsOwnChunk: [data, sum]
            case .isMissing: [data]
            case .isCut: [data + stream.suffix(4).prefix(3)]
            }
        return parts.flatMap { PNGChunk.encoded("IDAT", $0) }
    }

    @Test(
        arguments: [
            (2, 8, false), (6, 8, false), (0, 8, false), (3, 4, false), (4, 8, false), (6, 16, false),
            (2, 8, true), (3, 1, true),
        ],
        SumFault.allCases
    )
    func `a PNG whose image data have not their sum is damaged`(
        form: (colorType: Int, depth: Int, isInterlaced: Bool),
        fault: SumFault
    ) throws {
        let kind = PNGKind(
            colorType: form.colorType,
            depth: form.depth,
            isInterlaced: form.isInterlaced,
            isTransparent: false
        )
        let whole = try Witness.makePNG(kind).file
        let chunks = try PNGStructure(reading: whole).chunks.filter { $0.type == "IDAT" }
        let stream = chunks.flatMap(\.data.array)
        let start = try #require(chunks.first).range.lowerBound
        let end = try #require(chunks.last).range.upperBound
        // Where libpng reads on behind the last row and finds the end, it keeps that row back.
        let isPlain = form.depth == 8 && [0, 2, 6].contains(form.colorType)
        try check(
            whole[..<start] + Self.damaged(stream, fault) + whole[end...],
            .png(),
            like: whole,
            losingRow: !isPlain && !form.isInterlaced && [.isMissing, .isCut].contains(fault)
        )
    }

    @Test func `a PNG that makes more colours transparent than its palette has is damaged`() throws {
        let kind = PNGKind(colorType: 3, depth: 2, isInterlaced: false, isTransparent: false)
        let whole = try Witness.makePNG(kind).file
        let palette = try #require(try PNGStructure(reading: whole).first("PLTE"))
        let opacities = [UInt8](repeating: 9, count: palette.data.count / 3 + 1)
        let file = try Files.adding(chunk: "tRNS", opacities, behind: "PLTE", in: whole)
        try check(file, .png(), like: whole)
        let fitting = try Files.adding(chunk: "tRNS", opacities.dropLast(), behind: "PLTE", in: whole)
        #expect(throws: Never.self) { try Renderer().render(fitting, [Self.plan(.png())]) }
    }

    @Test(arguments: [["VP8 ", "ALPH"], ["VP8 ", "VP8 "], ["ALPH", "VP8 ", "VP8 "]], [false, true])
    func `a WebP with more behind its picture is damaged`(types: [String], isAnimated: Bool) throws {
        let source = try WebPStructure(reading: Witness.make("webp-alpha"))
        func file(_ types: [String]) -> [UInt8] {
            let parts: [[UInt8]] = types.compactMap(source.first).map {
                WebPChunks.encoded($0.type, $0.data.slice)
            }
            let (width, height) = (UInt8(source.size.width - 1), UInt8(source.size.height - 1))
            let sides: [UInt8] = [width, 0, 0, height, 0, 0]
            func header(_ flags: UInt8) -> [UInt8] {
                WebPChunks.encoded("VP8X", [flags, 0, 0, 0] + sides)
            }
            guard isAnimated else { return WebPChunks.file([header(0)] + parts) }
            let place = [UInt8](repeating: 0, count: 6)
            let frame: [UInt8] = place + sides + [1, 0, 0, 0] + parts.flatMap(\.self)
            let animation = WebPChunks.encoded("ANIM", [0, 0, 0, 0, 0, 0])
            return WebPChunks.file([header(2), animation, WebPChunks.encoded("ANMF", frame)])
        }
        let read = types.first == "ALPH" ? ["ALPH", "VP8 "] : ["VP8 "]
        var options = Encoding.WebPOptions()
        options.isLossless = true
        try check(file(types), .webp(options), like: file(read))
    }
}
