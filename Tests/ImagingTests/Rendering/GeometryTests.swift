import Testing

@testable import Imaging

@Suite struct GeometryTests {
    struct Case: CustomStringConvertible {
        let source: (Int, Int)
        var width: Int?
        var height: Int?
        let fit: Resize.Fit
        var enlarges = false
        let picture: (Int, Int)
        let canvas: (Int, Int)

        var description: String {
            "\(source) \(fit) \(width ?? 0) × \(height ?? 0)\(enlarges ? ", enlarged" : "")"
        }
    }

    static let cases = [
        Case(
            source: (400, 300),
            width: 200,
            height: 200,
            fit: .inside,
            picture: (200, 150),
            canvas: (200, 150)
        ),
        Case(
            source: (300, 400),
            width: 200,
            height: 200,
            fit: .inside,
            picture: (150, 200),
            canvas: (150, 200)
        ),
        Case(source: (400, 300), width: 200, fit: .inside, picture: (200, 150), canvas: (200, 150)),
        Case(source: (400, 300), height: 30, fit: .cover, picture: (40, 30), canvas: (40, 30)),
        Case(source: (400, 300), fit: .contain, picture: (400, 300), canvas: (400, 300)),
        Case(
            source: (400, 300),
            width: 200,
            height: 200,
            fit: .cover,
            picture: (200, 200),
            canvas: (200, 200)
        ),
        Case(
            source: (400, 300),
            width: 200,
            height: 200,
            fit: .contain,
            picture: (200, 150),
            canvas: (200, 200)
        ),
        Case(
            source: (400, 300),
            width: 200,
            height: 200,
            fit: .fill,
            picture: (200, 200),
            canvas: (200, 200)
        ),
        // Not enlarged unless asked.
        Case(source: (40, 30), width: 200, height: 200, fit: .inside, picture: (40, 30), canvas: (40, 30)),
        Case(source: (40, 30), width: 80, fit: .inside, picture: (40, 30), canvas: (40, 30)),
        Case(source: (40, 30), width: 200, height: 200, fit: .cover, picture: (30, 30), canvas: (30, 30)),
        Case(source: (40, 30), width: 35, height: 35, fit: .cover, picture: (30, 30), canvas: (30, 30)),
        Case(source: (40, 30), width: 200, height: 200, fit: .contain, picture: (40, 30), canvas: (200, 200)),
        Case(source: (40, 30), width: 200, height: 15, fit: .fill, picture: (40, 15), canvas: (40, 15)),
        Case(
            source: (40, 30),
            width: 80,
            height: 80,
            fit: .inside,
            enlarges: true,
            picture: (80, 60),
            canvas: (80, 60)
        ),
        Case(
            source: (40, 30),
            width: 80,
            height: 80,
            fit: .cover,
            enlarges: true,
            picture: (80, 80),
            canvas: (80, 80)
        ),
        Case(
            source: (40, 30),
            width: 80,
            height: 80,
            fit: .contain,
            enlarges: true,
            picture: (80, 60),
            canvas: (80, 80)
        ),
        Case(
            source: (40, 30),
            width: 80,
            height: 90,
            fit: .fill,
            enlarges: true,
            picture: (80, 90),
            canvas: (80, 90)
        ),
        // A side never vanishes.
        Case(source: (4000, 3), width: 100, height: 100, fit: .inside, picture: (100, 1), canvas: (100, 1)),
        Case(source: (1, 1), width: 5, height: 5, fit: .cover, picture: (1, 1), canvas: (1, 1)),
    ]

    @Test(arguments: cases)
    func `a picture meets its box`(case test: Case) throws {
        let resize = Resize(
            width: test.width,
            height: test.height,
            fit: test.fit,
            allowsEnlargement: test.enlarges
        )
        let source = PixelSize(width: test.source.0, height: test.source.1)
        let geometry = try RenditionGeometry(resize, source: source)
        #expect(geometry.picture == PixelSize(width: test.picture.0, height: test.picture.1))
        #expect(geometry.canvas == PixelSize(width: test.canvas.0, height: test.canvas.1))
        #expect(geometry.box.left >= 0 && geometry.box.left + geometry.box.width <= Double(source.width))
        #expect(geometry.box.top >= 0 && geometry.box.top + geometry.box.height <= Double(source.height))
    }

    @Test(arguments: cases)
    func `the rendition that is made has the planned size`(case test: Case) throws {
        let resize = Resize(
            width: test.width,
            height: test.height,
            fit: test.fit,
            allowsEnlargement: test.enlarges
        )
        let file = try Picture.flat(test.source.0, test.source.1, [9, 90, 190]).encoded(as: .png())
        for encoding in [Encoding.jpeg(), .png(), .webp()] {
            let image = try Renderer().render(file, [RenditionPlan(resize, as: encoding)])[0]
            let size = PixelSize(width: test.canvas.0, height: test.canvas.1)
            #expect(image.size == size)
            #expect(try ImageInfo(reading: image.bytes).size == size)
        }
    }

    @Test func `cover cuts the middle`() throws {
        let geometry = try RenditionGeometry(
            Resize(width: 100, height: 100, fit: .cover),
            source: PixelSize(width: 400, height: 200)
        )
        #expect(geometry.box == SourceBox(left: 100, top: 0, width: 200, height: 200))
    }

    @Test(arguments: [(0, 5), (5, 0), (-1, nil), (nil, 0)] as [(Int?, Int?)])
    func `a side without pixels is refused`(width: Int?, height: Int?) {
        let error = #expect(throws: ImagingError.self) {
            try RenditionGeometry(
                Resize(width: width, height: height),
                source: PixelSize(width: 9, height: 9)
            )
        }
        #expect(error?.code == .invalidRendition)
    }

    @Test(arguments: Orientation.allCases)
    func `a box of the upright picture is found in the stored one`(orientation: Orientation) {
        let stored = PixelSize(width: 50, height: 30)
        let picture = Picture.marker(50, 30)
        let upright = picture.upright(by: orientation)
        let box = SourceBox(left: 4, top: 9, width: 1, height: 1).stored(by: orientation, in: stored)
        #expect(picture[Int(box.left), Int(box.top)] == upright[4, 9])
    }
}
