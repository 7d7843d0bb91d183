import Testing

@testable import Imaging

@Suite struct TrimTests {
    /// A picture with a border of nearly one colour.
    private static func framed(_ layout: PixelLayout) -> Picture {
        Picture(60, 40, layout) { x, y in
            let noise = UInt8((x * 7 + y * 3) % 4)
            guard (11..<47).contains(x), (5..<33).contains(y), (x + y) % 9 == 0 else {
                return [240 - noise, 240, 240 - noise, 255].prefix(layout.channelCount).map(\.self)
            }
            return [UInt8(x), UInt8(y), 7, 255].prefix(layout.channelCount).map(\.self)
        }
    }

    @Test(arguments: PixelLayout.allCases)
    func `a border is cut off as Pillow does`(layout: PixelLayout) throws {
        let picture = Self.framed(layout)
        let own = try picture.edited(.trim(Trim()))
        #expect(own == (try OperationWitness.edit(picture, #"["trim", 0.05, null]"#)))
        #expect(own.format.size.width < 40)
    }

    @Test func `a border of a given colour is cut off, another one is not`() throws {
        let picture = Self.framed(.rgb)
        let near = Color(red: 238, green: 240, blue: 238)
        #expect(try picture.edited(.trim(Trim(color: near))).format.size.width < 40)
        #expect(try picture.edited(.trim(Trim(color: .black))) == picture)
        #expect(try picture.edited(.trim(Trim(tolerance: 0))) != picture.edited(.trim(Trim())))
    }

    @Test func `transparent pixels are equal, whatever their colour`() throws {
        let picture = Picture(30, 20, .rgba) { x, y in
            x == 12 && y == 9 ? [1, 2, 3, 200] : [UInt8(x * 8), UInt8(y * 8), 0, 0]
        }
        #expect(try picture.edited(.trim(Trim())) == .flat(1, 1, [1, 2, 3, 200]))
    }

    @Test(arguments: [(1, 1), (30, 20)])
    func `a picture that is all border is refused`(width: Int, height: Int) throws {
        let picture = Picture.flat(width, height, [9, 9, 9])
        let file = try picture.encoded(as: .png())
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(
                file,
                [RenditionPlan(Resize(width: 3), as: .png())],
                operations: [.trim(Trim())]
            )
        }
        #expect(error?.code == .impossibleOperation)
    }

    @Test func `renditions are made of what is left`() throws {
        let file = try Self.framed(.rgb).encoded(as: .png())
        let part = try Self.framed(.rgb).edited(.trim(Trim()))
        let plans = [
            RenditionPlan(Resize(), as: .png()), RenditionPlan(Resize(width: 9), as: .png()),
            RenditionPlan(Resize(width: 8, height: 8, fit: .cover), as: .png()),
        ]
        let images = try Renderer().render(file, plans, operations: [.trim(Trim())])
        #expect(try Picture(decoding: images[0].bytes) == part)
        #expect(images[1].size == PixelSize(width: 9, height: 7))
        let alone = try Renderer().render(try part.encoded(as: .png()), plans)
        #expect(images.map(\.bytes) == alone.map(\.bytes))
    }
}
