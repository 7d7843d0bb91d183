import Testing

@testable import Imaging

@Suite struct RenditionTests {
    private static let plans: [RenditionPlan] = [
        RenditionPlan(Resize(width: 20), as: .png()),
        RenditionPlan(Resize(width: 150), as: .jpeg()),
        RenditionPlan(Resize(width: 64, height: 64, fit: .cover), as: .webp()),
        RenditionPlan(Resize(width: 64, height: 64, fit: .contain), as: .png()),
        RenditionPlan(Resize(width: 90, filter: .nearest), as: .png()),
        RenditionPlan(Resize(), as: .png()),
    ]
    private static let kinds = [
        "jpeg-baseline", "jpeg-gray", "png-rgb", "png-rgba", "webp-lossy", "webp-alpha",
    ]

    @Test(arguments: kinds)
    func `renditions made together look like those made alone`(kind: String) throws {
        let file = try Witness.make(kind)
        let together = try Renderer().render(file, Self.plans)
        for (plan, image) in zip(Self.plans, together) {
            let alone = try Renderer().render(file, [plan])[0]
            #expect(alone.size == image.size)
            // One of them may be reduced from a larger one, or from a picture that was decoded smaller.
            let difference = try Picture(decoding: image.bytes).psnr(Picture(decoding: alone.bytes))
            #expect(difference > (kind.hasPrefix("webp") ? 28 : 36), "\(plan): \(difference) dB")
        }
    }

    @Test(arguments: kinds)
    func `the order of the renditions does not matter`(kind: String) throws {
        let file = try Witness.make(kind)
        let images = try Renderer().render(file, Self.plans)
        #expect(try Renderer().render(file, Self.plans.reversed()) == images.reversed())
    }

    @Test(arguments: kinds)
    func `the same source and plans give the same bytes`(kind: String) throws {
        let file = try Witness.make(kind)
        #expect(try Renderer().render(file, Self.plans) == Renderer().render(file, Self.plans))
    }

    @Test func `a rendition is delivered once, with its index`() throws {
        let file = try Witness.make("png-rgb")
        var delivered: [Int: PixelSize] = [:]
        try Renderer().render(file, Self.plans) { index, image in
            #expect(delivered.updateValue(image.size, forKey: index) == nil)
        }
        #expect(delivered.count == Self.plans.count)
        #expect(delivered[0]?.width == 20)
    }

    @Test func `an error of the receiver ends the work`() throws {
        let file = try Witness.make("png-rgb")
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(file, Self.plans) { _, _ throws(ImagingError) in
                throw ImagingError(.outOfMemory, "full")
            }
        }
        #expect(error?.code == .outOfMemory)
    }

    @Test(
        arguments: [
            (Encoding.png(), Color?.none, [0, 0, 0, 0]), (.png(), .black, [0, 0, 0]),
            (.webp(), Color(red: 200, green: 40, blue: 40), [200, 40, 40]),
            (.jpeg(), nil, [255, 255, 255]),
            (.jpeg(), Color(red: 0, green: 0, blue: 0, alpha: 0), [255, 255, 255]),
        ] as [(Encoding, Color?, [UInt8])]
    )
    func `what lies beside the picture has the background's colour`(
        encoding: Encoding,
        background: Color?,
        pixel: [UInt8]
    ) throws {
        let file = try Picture.flat(60, 20, [10, 20, 30]).encoded(as: .png())
        let resize = Resize(width: 40, height: 40, fit: .contain, background: background)
        let image = try Renderer().render(file, [RenditionPlan(resize, as: encoding)])[0]
        let own = try Picture(decoding: image.bytes)
        for (found, expected) in zip(own[20, 2], pixel) {
            #expect(abs(Int(found) - Int(expected)) <= (encoding.format == .png ? 0 : 6))
        }
        #expect(own[20, 20] != own[20, 2])
    }

    @Test func `transparent pixels lie on the background of a JPEG`() throws {
        let file = try Picture.flat(60, 20, [10, 20, 30, 0]).encoded(as: .png())
        var options = Encoding.JPEGOptions(quality: 95)
        options.background = Color(red: 0, green: 128, blue: 0)
        let image = try Renderer().render(file, [RenditionPlan(Resize(width: 30), as: .jpeg(options))])[0]
        #expect(try Picture(decoding: image.bytes).maximumDifference(.flat(30, 10, [0, 128, 0])) <= 3)
    }

    @Test func `grey stays grey where the format can store it`() throws {
        let file = try Witness.make("jpeg-gray")
        let images = try Renderer().render(
            file,
            [RenditionPlan(Resize(width: 40), as: .jpeg()), RenditionPlan(Resize(width: 40), as: .png())]
        )
        for image in images {
            #expect(try Picture(decoding: image.bytes).format.layout == .gray)
        }
    }
}
