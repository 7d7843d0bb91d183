import Testing

@testable import Imaging

@Suite struct `A part of a picture that keeps its size` {
    private static let sources: [@Sendable () throws -> [UInt8]] = [
        { try Picture.marker(60, 41, .gray).encoded(as: .png()) },
        { try Picture.marker(60, 41, .rgb).encoded(as: .png()) },
        { try Picture.marker(60, 41, .rgba).encoded(as: .png()) },
        { try Witness.make("webp-lossless-alpha") },
        { try Witness.makePNG(kind(4, 8)).file },
        { try Witness.makePNG(kind(3, 4, isTransparent: true)).file },
        { try Witness.makePNG(kind(6, 16)).file },
    ]

    private static func kind(_ type: Int, _ depth: Int, isTransparent: Bool = false) -> PNGKind {
        PNGKind(colorType: type, depth: depth, isInterlaced: false, isTransparent: isTransparent)
    }

    @Test(arguments: ResampleFilter.allCases, 0..<sources.count)
    func `has the source's pixels, whatever weighs others`(filter: ResampleFilter, index: Int) throws {
        let file = try Self.sources[index]()
        let whole = try Picture(decoding: file)
        let size = whole.format.size
        let part = PixelSize(width: size.width / 2, height: size.height / 2)
        let crop = Operation.crop(Crop(.size(part), at: .corner(left: 3, top: 2)))
        let cut = try Self.cut(whole, 3, 2, part)
        for isLinear in [false, true] {
            func plan(_ resize: Resize, _ operations: [Imaging.Operation] = []) -> RenditionPlan {
                var (plan, resize) = (RenditionPlan(resize, as: .png()), resize)
                resize.filter = filter
                resize.usesLinearLight = isLinear
                plan.resize = resize
                plan.operations = operations
                return plan
            }
            #expect(try Self.rendered(file, plan(Resize(), [crop])) == cut)
            #expect(try Self.rendered(file, plan(Resize()), [crop]) == cut)
            #expect(try Self.rendered(file, plan(Resize(width: 4_000)), [crop]) == cut)
            let larger = Resize(width: 4_000, height: 2_000, fit: .cover)
            let covered = try Self.rendered(file, plan(larger))
            let top = (size.height - covered.format.size.height) / 2
            #expect(covered == (try Self.cut(whole, 0, top, covered.format.size)))
            let band = PixelSize(width: size.width, height: size.height - 5)
            let exact = Resize(width: band.width, height: band.height, fit: .cover, allowsEnlargement: true)
            #expect(try Self.rendered(file, plan(exact)) == (try Self.cut(whole, 0, 2, band)))
        }
    }

    @Test(arguments: [PixelLayout.gray, .rgb, .rgba], [false, true])
    func `is picked from by nearest without a change`(layout: PixelLayout, isLinear: Bool) throws {
        let picture = Picture(60, 40, layout) { x, y in
            // Opacities of a few levels, too: they would take most of a colour that is weighed by them.
            let pixel = [4 * x, 6 * y, x * y % 256, (x + y) % 32 * 8]
            return pixel.prefix(layout.channelCount).map(UInt8.init)
        }
        for (width, height) in [(20, 10), (120, 80), (60, 20)] {
            var resize = Resize(width: width, height: height, fit: .fill, allowsEnlargement: true)
            resize.filter = .nearest
            resize.usesLinearLight = isLinear
            let own = try Self.rendered(
                picture.encoded(as: .png()),
                RenditionPlan(resize, as: .png())
            )
            let wanted = Picture(width, height, layout) { x, y in
                picture[(2 * x + 1) * 60 / (2 * width), (2 * y + 1) * 40 / (2 * height)]
            }
            #expect(own == wanted, "\(width) × \(height)")
        }
    }

    private static func rendered(
        _ file: [UInt8],
        _ plan: RenditionPlan,
        _ operations: [Imaging.Operation] = []
    ) throws -> Picture {
        try Picture(decoding: Renderer().render(file, [plan], operations: operations)[0].bytes)
    }

    private static func cut(_ whole: Picture, _ left: Int, _ top: Int, _ size: PixelSize) throws -> Picture {
        let picture = Picture(size.width, size.height, whole.format.layout) { whole[left + $0, top + $1] }
        // What a file of it has: a palette, say.
        return try Picture(decoding: picture.encoded(as: .png()))
    }
}
