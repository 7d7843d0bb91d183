import Testing

@testable import Imaging

@Suite struct CompositingTests {
    @Test(arguments: [(60, 40), (41, 77), (30, 30)], PixelLayout.allCases)
    func `round corners are those that Pillow draws large`(
        size: (width: Int, height: Int),
        layout: PixelLayout
    ) throws {
        let picture = Picture.soft(size.width, size.height, layout)
        for radius in [0.5, 0.31, 0.05] {
            let own = try picture.edited(.roundedCorners(RoundedCorners(radius: radius)))
            let other = try OperationWitness.edit(picture, #"["rounded", \#(radius), null]"#)
            for x in 0..<size.width {
                for y in 0..<size.height {
                    #expect(abs(Int(own[x, y][3]) - Int(other[x, y][3])) <= 26, "\(x) \(y)")
                }
            }
            #expect(own[0, 0] == [0, 0, 0, 0] || radius < 0.1)
        }
    }

    @Test func `round corners show a background, and grey stays grey on a grey one`() throws {
        let picture = Picture.flat(40, 30, [200])
        let gray = try picture.edited(.roundedCorners(RoundedCorners(radius: 0.5, background: .black)))
        #expect(gray.format.layout == .gray)
        #expect(gray[0, 0] == [0])
        #expect(gray[20, 15] == [200])
        let red = Color(red: 250, green: 0, blue: 0)
        let own = try picture.edited(.roundedCorners(RoundedCorners(radius: 0.5, background: red)))
        #expect(own[39, 29] == [250, 0, 0])
        #expect(own[20, 0] == [200, 200, 200])
    }

    @Test(arguments: [Color(red: 200, green: 30, blue: 90), Color(red: 200, green: 30, blue: 90, alpha: 100)])
    func `a background lies behind what is transparent`(color: Color) throws {
        let picture = Picture.scene(50, 20, .rgba)
        let own = try picture.edited(.background(Background(color)))
        let other = try OperationWitness.edit(picture, #"["background", [200, 30, 90, \#(color.alpha)]]"#)
        #expect(own.format.layout == (color.alpha == 255 ? .rgb : .rgba))
        #expect(own.opaque.maximumDifference(other.opaque) <= 1)
        let opaque = Picture.scene(50, 20)
        #expect(try opaque.edited(.background(Background(color))) == opaque)
    }

    @Test(arguments: PixelLayout.allCases, [1, 0.4])
    func `a logo is laid over the picture as Pillow does`(layout: PixelLayout, opacity: Double) throws {
        let picture = Picture.scene(120, 90, layout)
        let logo = try Picture.soft(64, 32, .rgba).encoded(as: .png())
        let watermark = Watermark(
            .logo(Logo(logo)),
            size: 0.5,
            opacity: opacity,
            .once(.southeast, margin: 0.1)
        )
        let own = try picture.edited(.watermark(watermark))
        let other = try Witness.withFile(logo) { path in
            try OperationWitness.edit(picture, #"["logo", "\#(path)", [51, 51, 60, 30], \#(opacity)]"#)
        }
        #expect(own.opaque.psnr(other.opaque) > 45)
        // Nothing changes beside it.
        #expect(own[50, 60].prefix(3) == picture.colored(like: .rgb)[50, 60].prefix(3))
    }

    @Test(arguments: Gravity.allCases)
    func `a logo stands where it shall`(gravity: Gravity) throws {
        let logo = try Picture.flat(20, 10, [255, 0, 0]).encoded(as: .png())
        let mark = Watermark(.logo(Logo(logo)), size: 0.2, opacity: 1, .once(gravity, margin: 0.1))
        let own = try Picture.flat(100, 60, [0, 0, 0]).edited(.watermark(mark))
        let red = (0..<100).flatMap { x in (0..<60).map { (x, $0) } }.filter {
            own[$0.0, $0.1] == [255, 0, 0]
        }
        let left = 6 + gravity.left(of: 68)
        let top = 6 + gravity.top(of: 38)
        #expect(red.count == 200)
        #expect(red.first.map { [$0.0, $0.1] } == [left, top])
    }

    @Test func `a logo with too many pixels is refused as such, before anything is decoded`() throws {
        let mark = Watermark(.logo(Logo(Files.hollowPNG(6_000, 5_000))), .once(.center, margin: 0))
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(
                Files.hollowPNG(40, 30),
                [RenditionPlan(Resize(), as: .png(), operations: [.watermark(mark)])]
            )
        }
        #expect(error?.code == .impossibleOperation)
        #expect(error?.detail.contains("the logo cannot be used: the picture is 6000×5000") == true)
    }

    @Test func `a logo and a source have to be within the limits of who asks for the size`() throws {
        let logo = try Picture.flat(30, 20, [255, 0, 0]).encoded(as: .png())
        let source = try Picture.flat(20, 10, [0, 0, 0]).encoded(as: .png())
        let mark = Operation.watermark(Watermark(.logo(Logo(logo)), .tiled))
        func refusal(_ maximumPixelCount: Int, _ operations: [Operation]) -> ImagingError.Code? {
            var limits = ImageLimits()
            limits.maximumPixelCount = maximumPixelCount
            let error = #expect(throws: ImagingError.self) {
                try Renderer(limits: limits).editedSize(of: source, by: operations)
            }
            return error?.code
        }
        #expect(refusal(599, [mark]) == .impossibleOperation)
        #expect(refusal(199, []) == .tooManyPixels)
        let crop = Operation.crop(Crop(.aspectRatio(width: 1, height: 1), at: .gravity(.center)))
        #expect(refusal(199, [crop]) == .tooManyPixels)
        var limits = ImageLimits()
        limits.maximumPixelCount = 600
        let size = try Renderer(limits: limits).editedSize(of: source, by: [mark])
        #expect(size == PixelSize(width: 20, height: 10))
    }

    @Test func `a tiled logo covers the picture`() throws {
        let logo = try Picture.flat(20, 10, [255, 255, 255]).encoded(as: .png())
        let mark = Watermark(.logo(Logo(logo)), size: 0.1, opacity: 1, .tiled)
        let own = try Picture.flat(200, 120, [0]).edited(.watermark(mark))
        #expect(own.format.layout == .rgb)
        for x in stride(from: 0, to: 160, by: 40) {
            for y in stride(from: 0, to: 80, by: 40) {
                let lit = (0..<40).flatMap { a in (0..<40).map { own[x + a, y + $0][0] } }.count { $0 > 0 }
                #expect((300...800).contains(lit))
            }
        }
    }

    @Test func `rows of a wide tiled logo stand as close as it is high, around one in the middle`() throws {
        let logo = try Picture.flat(100, 10, [255, 255, 255]).encoded(as: .png())
        let mark = Watermark(.logo(Logo(logo)), size: 0.5, opacity: 1, .tiled)
        let own = try Picture.flat(200, 200, [0]).edited(.watermark(mark))
        let lit = own.pixels.count { $0 > 0 }
        #expect(abs(lit - own.pixels.count / 3) < own.pixels.count / 20, "\(lit)")
        // What lies opposite is the same.
        let places = (0..<100).flatMap { x in (0..<200).map { (x, $0) } }
        #expect(places.allSatisfy { own[$0, $1] == own[199 - $0, 199 - $1] })
        #expect([own[50, 95], own[149, 104], own[49, 100]].map { $0[0] } == [255, 255, 0])
    }

    @Test func `a logo may be larger than the picture is high`() throws {
        let logo = try Picture.flat(10, 400, [9, 99, 200]).encoded(as: .png())
        for side in [1, 2, 30] {
            let mark = Watermark(.logo(Logo(logo)), size: 1, opacity: 1, .once(.center, margin: 0.5))
            let own = try Picture.flat(side, side, [0, 0, 0]).edited(.watermark(mark))
            #expect(own[(side - 1) / 2, 0] == [9, 99, 200])
        }
    }

    @Test func `a logo that cannot be used is told from a source that cannot`() throws {
        let picture = Picture.flat(10, 10, [1, 2, 3])
        let whole = try picture.encoded(as: .png())
        for file in [
            [], Array(whole.dropLast(20)), Array("no picture at all".utf8), Files.hollowPNG(40_000, 40_000),
        ] {
            let error = #expect(throws: ImagingError.self) {
                try picture.edited(.watermark(Watermark(.logo(Logo(file)), .tiled)))
            }
            #expect(error?.code == .impossibleOperation)
        }
    }
}
