import Testing

@testable import Imaging

@Suite struct CropTests {
    private static let picture = Picture.marker(40, 30)

    private static func part(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> Picture {
        Picture(width, height, .rgb) { x, y in picture[left + x, top + y] }
    }

    private static func size(_ width: Int, _ height: Int) -> Crop.Shape {
        .size(PixelSize(width: width, height: height))
    }

    @Test(
        arguments: [
            (Crop(size(10, 8), at: .corner(left: 3, top: 5)), (3, 5, 10, 8)),
            (Crop(size(40, 30), at: .corner(left: 0, top: 0)), (0, 0, 40, 30)),
            (Crop(size(1, 1), at: .corner(left: 39, top: 29)), (39, 29, 1, 1)),
            (Crop(size(10, 9), at: .gravity(.center)), (15, 10, 10, 9)),
            (Crop(size(10, 9), at: .gravity(.southeast)), (30, 21, 10, 9)),
            (Crop(size(10, 9), at: .gravity(.north)), (15, 0, 10, 9)),
            (Crop(size(10, 10), at: .focalPoint(x: 0.5, y: 0.5)), (15, 10, 10, 10)),
            (Crop(size(10, 10), at: .focalPoint(x: 0, y: 1)), (0, 20, 10, 10)),
            (Crop(.aspectRatio(width: 1, height: 1), at: .gravity(.west)), (0, 0, 30, 30)),
            (Crop(.aspectRatio(width: 16, height: 9), at: .gravity(.south)), (0, 7, 40, 23)),
            (Crop(.aspectRatio(width: 10_000, height: 1), at: .gravity(.north)), (0, 0, 40, 1)),
        ] as [(Crop, (Int, Int, Int, Int))]
    )
    func `the wanted part is kept`(crop: Crop, part: (Int, Int, Int, Int)) throws {
        let expected = Self.part(part.0, part.1, part.2, part.3)
        #expect(try Self.picture.edited(.crop(crop)) == expected)
        // A step of its own, behind one that cannot be folded into geometry.
        let steps: [Imaging.Operation] = [.adjust(.negate), .adjust(.negate), .crop(crop)]
        #expect(try Self.picture.edited(steps) == expected)
        // An edit of the source, before all renditions.
        let file = try Self.picture.encoded(as: .png())
        let plan = RenditionPlan(Resize(), as: .png())
        for operations in [[.crop(crop)], steps] {
            let image = try Renderer().render(file, [plan], operations: operations)[0]
            #expect(try Picture(decoding: image.bytes) == expected)
        }
    }

    @Test(
        arguments: [
            Crop(size(41, 1), at: .gravity(.center)), Crop(size(1, 31), at: .attention),
            Crop(size(10, 10), at: .corner(left: 31, top: 0)),
            Crop(size(10, 10), at: .corner(left: 0, top: 21)),
            Crop(size(10, 10), at: .corner(left: -1, top: 0)), Crop(size(0, 10), at: .gravity(.center)),
        ]
    )
    func `a part that is not wholly inside the picture is refused`(crop: Crop) throws {
        let file = try Self.picture.encoded(as: .png())
        let plain = RenditionPlan(Resize(), as: .png())
        let cases: [([Imaging.Operation], RenditionPlan)] = [
            ([.crop(crop)], plain), ([.adjust(.negate), .crop(crop)], plain),
            ([], RenditionPlan(Resize(), as: .png(), operations: [.crop(crop)])),
            ([], RenditionPlan(Resize(), as: .png(), operations: [.adjust(.negate), .crop(crop)])),
        ]
        for (operations, plan) in cases {
            let error = #expect(throws: ImagingError.self) {
                try Renderer().render(file, [plan], operations: operations)
            }
            #expect(error?.code == .impossibleOperation)
            #expect(error?.isPermanent == true)
        }
    }

    @Test(arguments: Orientation.allCases, [ImageFormat.png, .jpeg])
    func `a crop is one of the upright picture`(orientation: Orientation, format: ImageFormat) throws {
        let picture = Picture.scene(64, 48)
        let upright = picture.upright(by: orientation)
        let file = try Files.adding(orientation, to: try Files.file(format, picture))
        let crop = Crop(Self.size(20, 16), at: .corner(left: 5, top: 9))
        let plan = RenditionPlan(Resize(), as: .png())
        let image = try Renderer().render(file, [plan], operations: [.crop(crop)])[0]
        let expected = Picture(20, 16, .rgb) { x, y in upright[x + 5, y + 9] }
        let own = try Picture(decoding: image.bytes)
        #expect(format == .png ? own == expected : own.psnr(expected) > 33)
    }

    @Test(arguments: Orientation.allCases)
    func `nothing beyond the crop is seen in what is made of it`(orientation: Orientation) throws {
        // White, with a red frame that the crop cuts off.
        let picture = Picture(120, 80, .rgb) { x, y in
            (20..<100).contains(x) && (20..<60).contains(y) ? [255, 255, 255] : [200, 0, 0]
        }
        let size = orientation.applied(to: PixelSize(width: 80, height: 40))
        let crop = Crop(.size(size), at: .gravity(.center))
        let file = try Files.adding(orientation, to: try picture.encoded(as: .png()))
        let plans = [60, 33, 9].map { RenditionPlan(Resize(width: $0), as: .png()) }
        for image in try Renderer().render(file, plans, operations: [.crop(crop)]) {
            #expect(Set(try Picture(decoding: image.bytes).pixels) == [255])
        }
    }

    @Test func `a crop finds what draws the eye`() throws {
        // A detailed spot of strong colours on a dull ground.
        for (left, top) in [(20, 20), (170, 90), (20, 100), (100, 60)] {
            let picture = Picture(240, 160, .rgb) { x, y in
                let isSpot = (left..<left + 40).contains(x) && (top..<top + 40).contains(y)
                guard isSpot else { return [120, 122, UInt8(120 + x / 60)] }
                return (x / 4 + y / 4) % 2 == 0 ? [250, 30, 20] : [20, 60, 240]
            }
            for shape in [
                Crop.Shape.size(PixelSize(width: 80, height: 80)), .aspectRatio(width: 1, height: 1),
            ] {
                let own = try picture.edited(.crop(Crop(shape, at: .attention)))
                let spot = own.pixels.count { $0 == 250 }
                #expect(spot >= 700, "\(left),\(top): \(spot)")
            }
        }
    }

    @Test(arguments: PixelLayout.allCases, [(301, 200, 7, 200), (200, 301, 200, 7), (301, 201, 8, 6)])
    func `attention falls on the middle of a picture that has nothing to see`(
        layout: PixelLayout,
        size: (width: Int, height: Int, partWidth: Int, partHeight: Int)
    ) throws {
        let pixel = [UInt8](repeating: 90, count: layout.channelCount)
        let file = try Picture.flat(size.width, size.height, pixel).encoded(as: .png())
        let crop = Crop(Self.size(size.partWidth, size.partHeight), at: .attention)
        let plan = RenditionPlan(Resize(), as: .png(), operations: [.crop(crop)])
        let steps = try Renderer().render(file, [plan])[0].steps
        guard case .crop(let part) = steps[0] else {
            Issue.record("\(steps)")
            return
        }
        // Places are looked at in steps of three pixels here.
        #expect(abs(2 * part.left + size.partWidth - size.width) <= 3, "\(part)")
        #expect(abs(2 * part.top + size.partHeight - size.height) <= 3, "\(part)")
    }

    @Test func `attention falls on the only pixel`() throws {
        let pixel = Picture.flat(1, 1, [7])
        #expect(try pixel.edited(.crop(Crop(.aspectRatio(width: 3, height: 1), at: .attention))) == pixel)
    }
}
