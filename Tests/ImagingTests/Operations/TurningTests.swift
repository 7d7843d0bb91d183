import Testing

@testable import Imaging

@Suite struct TurningTests {
    private static let sizes = [(1, 1), (7, 3), (40, 24), (8, 16)]

    @Test(arguments: sizes, PixelLayout.allCases)
    func `turning back gives the picture back`(size: (width: Int, height: Int), layout: PixelLayout) throws {
        let picture = Picture.marker(size.width, size.height, layout)
        let quarter = Imaging.Operation.rotate(Rotation(degrees: 90))
        let identities: [[Imaging.Operation]] = [
            [quarter, quarter, quarter, quarter],
            [.turn(.mirrorVertically), .turn(.mirrorVertically)],
            [.turn(.mirrorHorizontally), .turn(.mirrorHorizontally)],
            [.rotate(Rotation(degrees: -270)), .rotate(Rotation(degrees: 270))],
            [.rotate(Rotation(degrees: 360))], [.rotate(Rotation(degrees: 0))],
            [.rotate(Rotation(degrees: 180)), .turn(.mirrorVertically), .turn(.mirrorHorizontally)],
        ]
        let file = try picture.encoded(as: .png())
        let plan = RenditionPlan(Resize(), as: .png())
        for identity in identities {
            #expect(try picture.edited(identity) == picture)
            let image = try Renderer().render(file, [plan], operations: identity)[0]
            #expect(try Picture(decoding: image.bytes) == picture)
        }
    }

    @Test(arguments: Orientation.allCases, Orientation.allCases)
    func `turns of a turned source are those of the upright picture`(
        orientation: Orientation,
        turn: Orientation
    ) throws {
        let picture = Picture.marker(40, 24)
        let file = try Files.adding(orientation, to: try picture.encoded(as: .png()))
        let crop = Crop(.size(PixelSize(width: 9, height: 5)), at: .corner(left: 2, top: 3))
        let plan = RenditionPlan(Resize(), as: .png())
        let image = try Renderer().render(file, [plan], operations: [.crop(crop), .turn(turn)])[0]
        let upright = picture.upright(by: orientation)
        let part = Picture(9, 5, .rgb) { x, y in upright[x + 2, y + 3] }
        #expect(try Picture(decoding: image.bytes) == part.upright(by: turn))
    }

    @Test(arguments: [1, 30, 45, 89.5, -17.3, 135, 200, 359], PixelLayout.allCases)
    func `a turn by any angle is that of an exact cubic`(degrees: Double, layout: PixelLayout) throws {
        let picture = Picture.soft(81, 54, layout)
        let own = try picture.edited(.rotate(Rotation(degrees: degrees, background: .black)))
        let size = own.format.size
        let words = #"["rotate", \#(degrees), [0, 0, 0, 255], \#(size.width), \#(size.height)]"#
        let other = try OperationWitness.edit(picture, words)
        let opaque = Picture(size.width, size.height, .rgb) { x, y in Array(other[x, y].prefix(3)) }
        #expect(own.colored(like: .rgb).opaque.maximumDifference(opaque) <= 2)
    }

    @Test func `corners are transparent, or have the background`() throws {
        let picture = Picture.flat(40, 40, [10, 200, 30])
        let clear = try picture.edited(.rotate(Rotation(degrees: 45)))
        #expect(clear.format.layout == .rgba)
        #expect(clear[0, 0] == [0, 0, 0, 0])
        #expect(clear[28, 28] == [10, 200, 30, 255])
        let red = try picture.edited(
            .rotate(Rotation(degrees: 45, background: Color(red: 255, green: 0, blue: 0)))
        )
        #expect(red.format.layout == .rgb)
        #expect(red[0, 0] == [255, 0, 0])
        #expect(red.format.size == clear.format.size)
        #expect(abs(red.format.size.width - 57) <= 1)
    }

    @Test(arguments: [[77], [200, 3, 90], [9, 200, 31, 128]] as [[UInt8]], [13.0, 45, 300])
    func `a flat field stays flat inside`(pixel: [UInt8], degrees: Double) throws {
        let picture = Picture.flat(60, 50, pixel)
        let own = try picture.edited(.rotate(Rotation(degrees: degrees)))
        let (x, y) = (own.format.size.width / 2, own.format.size.height / 2)
        let expected = pixel.count == 1 ? [pixel[0], pixel[0], pixel[0], 255] : (pixel + [255]).prefix(4)
        for offset in -15...15 {
            #expect(own[x + offset, y] == Array(expected))
            #expect(own[x, y + offset] == Array(expected))
        }
    }

    @Test func `limits hold for what a turn makes of a picture`() throws {
        let file = try Picture.flat(100, 100, [1, 2, 3]).encoded(as: .png())
        let plan = RenditionPlan(Resize(), as: .png())
        var limits = ImageLimits()
        limits.maximumPixelCount = 15_000
        let turn = Imaging.Operation.rotate(Rotation(degrees: 45))
        let error = #expect(throws: ImagingError.self) {
            try Renderer(limits: limits).render(file, [plan], operations: [turn])
        }
        #expect(error?.code == .tooManyPixels)
        let larger = RenditionPlan(
            Resize(),
            as: .png(),
            operations: [.resize(Resize(width: 130, height: 130, fit: .contain))]
        )
        #expect(throws: ImagingError.self) { try Renderer(limits: limits).render(file, [larger]) }
        limits.maximumPixelCount = 1 << 20
        limits.maximumMemoryByteCount = 60_000
        let memory = #expect(throws: ImagingError.self) {
            try Renderer(limits: limits).render(file, [plan], operations: [turn])
        }
        #expect(memory?.code == .tooMuchMemory)
    }
}
