import Testing

@testable import Imaging

@Suite struct ChainTests {
    private static let logo = Result { try Picture.soft(9, 5, .rgba).encoded(as: .png()) }

    /// One of each operation, with options that are as often extreme as not.
    private static func operations(_ random: inout SeededRandom) throws -> [Imaging.Operation] {
        let share = Double.random(in: 0...1, using: &random)
        let size = PixelSize(
            width: .random(in: 1...40, using: &random),
            height: .random(in: 1...40, using: &random)
        )
        let color = Color(
            red: .random(in: 0...255, using: &random),
            green: 9,
            blue: 200,
            alpha: Bool.random(using: &random) ? 255 : 90
        )
        let font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
        return [
            .crop(Crop(.size(size), at: .gravity(.southwest))),
            .crop(
                Crop(
                    .aspectRatio(width: size.width, height: size.height),
                    at: .focalPoint(x: share, y: 1 - share)
                )
            ),
            .crop(Crop(.aspectRatio(width: 2, height: 1), at: .attention)),
            .resize(
                Resize(
                    width: size.width,
                    height: size.height,
                    fit: .contain,
                    background: color,
                    gravity: .north
                )
            ),
            .resize(Resize(width: size.width, allowsEnlargement: true)),
            .resize(Resize(width: size.width, height: size.height, fit: .cover, filter: .nearest)),
            .turn(Orientation.allCases[size.width % 8]), .rotate(Rotation(degrees: share * 720 - 360)),
            .rotate(Rotation(degrees: 33, background: color)), .blur(Blur(sigma: 0.1 + share * 249.9)),
            .blur(Blur(sigma: 0.1 + share * 3)),
            .sharpen(Sharpen(sigma: 0.1 + share * 9, amount: 10 * share)),
            .adjust(.grayscale), .adjust(.sepia(share)), .adjust(.tint(color, share)),
            .adjust(.contrast(share * 2 - 1)),
            .adjust(.negate), .background(Background(color)), .trim(Trim(tolerance: share)),
            .roundedCorners(RoundedCorners(radius: 0.001 + share * 0.499, background: color)),
            .roundedCorners(RoundedCorners(radius: 0.5)),
            .watermark(
                Watermark(.logo(Logo(try logo.get())), size: 0.01 + share * 0.99, opacity: share, .tiled)
            ),
            .watermark(
                Watermark(
                    .text(TextMark("ab c", color: color, fontPath: font)),
                    size: share,
                    .once(.east, margin: share / 2)
                )
            ),
        ]
    }

    @Test(arguments: [(1, 1), (1, 37), (37, 1), (2, 2), (40, 31), (17, 33)], PixelLayout.allCases)
    func `any operations in any order end in a picture or in a clear refusal`(
        size: (width: Int, height: Int),
        layout: PixelLayout
    ) throws {
        var random = SeededRandom(seed: UInt64(size.width * 100 + size.height))
        let file = try Picture.scene(size.width, size.height, layout).encoded(as: .png())
        for _ in 0..<40 {
            let own = try (0..<4).map { _ in
                try #require(Self.operations(&random).randomElement(using: &random))
            }
            let plan = RenditionPlan(
                Resize(width: 16),
                as: Bool.random(using: &random) ? .jpeg() : .webp(),
                operations: try Self.operations(&random).shuffled(using: &random).prefix(3).map(\.self)
            )
            do {
                let images = try Renderer().render(file, [plan], operations: own)
                #expect(try Picture(decoding: images[0].bytes).format.size == images[0].size)
                #expect(try Renderer().render(file, [plan], operations: own) == images)
            } catch {
                #expect(error.code == .impossibleOperation, "\(error) after \(own)")
            }
        }
    }

    @Test(arguments: PixelLayout.allCases)
    func `a single pixel can be edited by all but a larger crop and a trim of all`(layout: PixelLayout) throws
    {
        var random = SeededRandom(seed: 3)
        let pixel = Picture.flat(1, 1, [UInt8](repeating: 200, count: layout.channelCount))
        let operations = try Self.operations(&random)
        var refused: [Imaging.Operation] = []
        for operation in operations {
            do throws(ImagingError) {
                let size = try pixel.edited(operation).format.size
                #expect(try size == operation.step.size(after: pixel.format.size), "\(operation)")
            } catch {
                #expect(error.code == .impossibleOperation, "\(error) after \(operation)")
                refused.append(operation)
            }
        }
        let expected = operations.filter { operation in
            switch operation {
            case .crop(let crop): if case .size = crop.shape { true } else { false }
            case .trim: true
            default: false
            }
        }
        #expect(refused == expected && expected.count == 2)
    }

    @Test(arguments: [
        Imaging.Operation.turn(.mirrorVertically), .trim(Trim()), .rotate(Rotation(degrees: 5)),
    ])
    func `what holds the whole picture is refused where memory is short, before it is decoded`(
        operation: Imaging.Operation
    ) throws {
        let file = Files.hollowPNG(3_000, 3_000)
        var limits = ImageLimits()
        limits.maximumMemoryByteCount = 20 << 20
        let plan = RenditionPlan(Resize(width: 100), as: .jpeg())
        // Behind a change of colour nothing is folded away.
        let error = #expect(throws: ImagingError.self) {
            try Renderer(limits: limits).render(file, [plan], operations: [.adjust(.negate), operation])
        }
        #expect(error?.code == .tooMuchMemory)
    }

    @Test func `operations that come first are a matter of geometry: planes stay planes`() throws {
        let file = try Witness.make("jpeg-baseline")
        let crop = Imaging.Operation.crop(Crop(.size(PixelSize(width: 60, height: 40)), at: .gravity(.east)))
        var source = SourceGeometry(PixelSize(width: 97, height: 61))
        let operations = [crop, .turn(.rotate90), .resize(Resize(width: 20))]
        for operation in operations {
            let isFolded = try source.fold(operation)
            #expect(isFolded)
        }
        #expect(source.size == PixelSize(width: 20, height: 30))
        let plan = RenditionPlan(Resize(width: 10), as: .jpeg())
        let item = try RenderItem(plan, at: 0, of: source, ImageLimits())
        #expect(item.planeEncoding != nil)
        #expect(item.size == PixelSize(width: 10, height: 15))
        #expect(try Renderer().render(file, [plan], operations: operations)[0].size == item.size)
    }

    @Test(arguments: [ResampleFilter.bilinear, .mitchell], [ImageFormat.jpeg, .png])
    func `a resize that comes first weighs by its own filter`(
        filter: ResampleFilter,
        format: ImageFormat
    ) throws {
        let file = try Files.file(format, Picture.marker(90, 60))
        let own = Resize(width: 30, filter: filter)
        let crop = Imaging.Operation.crop(Crop(.aspectRatio(width: 1, height: 1), at: .gravity(.west)))
        let plain = RenditionPlan(Resize(), as: .png())
        func pixels(_ plan: RenditionPlan, after operations: [Imaging.Operation] = []) throws -> [UInt8] {
            try Renderer().render(file, [plan], operations: operations)[0].bytes
        }
        let wanted = RenditionPlan(own, as: .png())
        #expect(try pixels(plain, after: [.resize(own)]) == pixels(wanted))
        #expect(try pixels(plain, after: [crop, .resize(own)]) == pixels(wanted, after: [crop]))
        // One that follows has a filter of its own.
        let half = RenditionPlan(Resize(width: 15), as: .png())
        let steps = [Imaging.Operation.resize(own), .adjust(.brightness(0))]
        #expect(try pixels(half, after: [.resize(own)]) == pixels(half, after: steps))
    }
}
