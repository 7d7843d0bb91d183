import Testing

@testable import Imaging

@Suite struct `The steps that are told of a rendition` {
    private static let photo = Picture.marker(60, 40)
    private static let png = Encoding.png()

    private func steps(
        _ file: [UInt8],
        _ resize: Resize = Resize(),
        as encoding: Encoding = png,
        after source: [Operation] = [],
        _ own: [Operation] = []
    ) throws -> [AppliedStep] {
        let plan = RenditionPlan(resize, as: encoding, operations: own)
        return try Renderer().render(file, [plan], operations: source)[0].steps
    }

    private func box(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> PixelBox {
        PixelBox(left: left, top: top, size: PixelSize(width: width, height: height))
    }

    @Test func `nothing but the file is written where nothing changes`() throws {
        let file = try Files.file(.png, Self.photo)
        let all = Crop(.aspectRatio(width: 3, height: 2), at: .gravity(.center))
        let idle: [Operation] = [
            .crop(all), .turn(.up), .rotate(Rotation(degrees: 360)), .background(Background(.black)),
            .resize(Resize(width: 600)),
        ]
        for resize in [Resize(), Resize(width: 60), Resize(width: 600, height: 400)] {
            #expect(try steps(file, resize) == [.encode(Self.png)])
            #expect(try steps(file, resize, after: idle, idle) == [.encode(Self.png)])
        }
    }

    @Test(arguments: [[Operation](), [.blur(Blur(sigma: 1))]])
    func `places are those of the picture before, whether or not steps are folded`(before: [Operation]) throws
    {
        let file = try Files.file(.png, Self.photo)
        let source: [Operation] = [
            .crop(Crop(.size(PixelSize(width: 50, height: 30)), at: .corner(left: 10, top: 5))),
            .turn(.rotate90),
            .crop(Crop(.aspectRatio(width: 1, height: 1), at: .gravity(.north))),
        ]
        let own: [Operation] = [.crop(Crop(.size(PixelSize(width: 4, height: 6)), at: .gravity(.southeast)))]
        let resize = Resize(width: 20, height: 10, fit: .contain, background: .black)
        let told = try steps(file, resize, after: before + source, own)
        let blurs = before.indices.map { AppliedStep.edit(.source, index: $0) }
        let turn = AppliedStep.edit(.source, index: before.count + 1)
        let sizes: [AppliedStep] = [
            .resize(PixelSize(width: 10, height: 10), resize),
            .extend(PixelSize(width: 20, height: 10), .black),
        ]
        let crops: [AppliedStep] = [.crop(box(10, 5, 50, 30)), turn, .crop(box(0, 0, 30, 30))]
        #expect(told == blurs + crops + sizes + [.crop(box(16, 4, 4, 6)), .encode(Self.png)])
    }

    @Test func `what only the pixels tell is told as they told it`() throws {
        let picture = Picture(80, 60, .rgb) { x, y in
            (20..<50).contains(x) && (10..<40).contains(y)
                ? [UInt8(x * 3), UInt8(y * 5), UInt8(x ^ y) &* 7] : [9, 9, 9]
        }
        let file = try picture.encoded(as: .png())
        let trim = Operation.trim(Trim(tolerance: 0))
        let attention = Operation.crop(Crop(.size(PixelSize(width: 12, height: 12)), at: .attention))
        let told = try steps(file, after: [trim, attention], [.adjust(.negate), .adjust(.grayscale)])
        #expect(told[0] == .trim(box(20, 10, 30, 30)))
        guard case .crop(let part) = told[1] else {
            Issue.record("\(told)")
            return
        }
        let moved = PixelBox(left: 20 + part.left, top: 10 + part.top, size: part.size)
        let own = try picture.edited(trim, attention)
        #expect(own == picture.cut(moved))
        #expect(
            told.dropFirst(2) == [
                .edit(.rendition, index: 0), .edit(.rendition, index: 1), .encode(Self.png, isGray: true),
            ]
        )
        #expect(try steps(try Files.file(.png, Self.photo), after: [trim]) == [.encode(Self.png)])
    }

    @Test func `a cut of the wanted shape is a crop where nothing is scaled`() throws {
        let file = try Files.file(.png, Self.photo)
        let wanted = Resize(width: 600, height: 600, fit: .cover)
        #expect(try steps(file, wanted) == [.crop(box(10, 0, 40, 40)), .encode(Self.png)])
        let smaller = Resize(width: 20, height: 20, fit: .cover)
        let size = PixelSize(width: 20, height: 20)
        #expect(try steps(file, smaller) == [.resize(size, smaller), .encode(Self.png)])
    }

    @Test func `the quality is the one that was found`() throws {
        let file = try Files.file(.png, Self.photo)
        var plan = RenditionPlan(Resize(), as: .jpeg(.init(quality: 95)))
        plan.maximumByteCount = 1_500
        let image = try Renderer().render(file, [plan])[0]
        guard case .encode(.jpeg(let options), _)? = image.steps.last else {
            Issue.record("\(image.steps)")
            return
        }
        #expect(options.quality < 95)
        #expect(
            try Renderer().render(file, [RenditionPlan(Resize(), as: .jpeg(options))])[0].bytes == image.bytes
        )
    }

    @Test func `a file of gray pixels is told to be one, whichever encoder takes it`() throws {
        let gray = try Files.file(.png, Picture.marker(60, 40, .gray))
        for (encoding, isGray) in [(Encoding.jpeg(), true), (.png(), true), (.webp(), false)] {
            #expect(try steps(gray, as: encoding) == [.encode(encoding, isGray: isGray)])
            #expect(try steps(try Files.file(.jpeg, Self.photo), as: encoding) == [.encode(encoding)])
        }
    }

    @Test(arguments: [(false, 3, 6), (false, 4, 5), (true, 4, 6)])
    func `effort is told as it was spent`(isLossless: Bool, channelCount: Int, method: Int) throws {
        let layout = try #require(PixelLayout(rawValue: channelCount))
        var options = Encoding.WebPOptions()
        (options.isLossless, options.method) = (isLossless, 6)
        let told = try steps(try Files.file(.png, Picture.marker(24, 16, layout)), as: .webp(options))
        options.method = method
        #expect(told == [.encode(.webp(options))])
    }

    @Test func `transparency is flattened only where there is some`() throws {
        let jpeg = Encoding.jpeg()
        let drawing = try Picture.flat(8, 8, [1, 2, 3, 4]).encoded(as: .png())
        #expect(try steps(drawing, as: jpeg) == [.flatten(.white), .encode(jpeg)])
        #expect(try steps(try Files.file(.png, Self.photo), as: jpeg) == [.encode(jpeg)])
        let background = Operation.background(Background(.black))
        #expect(try steps(drawing, as: jpeg, [background]) == [.edit(.rendition, index: 0), .encode(jpeg)])
    }

    @Test(arguments: [
        ("icc:p3:RGB:PNG", true), ("icc:p3:RGB:JPEG", true), ("icc:adobe:RGB:WEBP", true),
        ("icc:cmyk:CMYK:JPEG", true), ("icc:srgb:RGB:JPEG", false),
    ])
    func `colours are told to be converted by the name of their profile`(
        kind: String,
        isConverted: Bool
    ) throws {
        let told = try steps(try Witness.make(kind), Resize(width: 20))
        let converted = told.filter { if case .convertToSRGB = $0 { true } else { false } }
        #expect(converted == (isConverted ? [.convertToSRGB(from: "test")] : []))
    }
}

extension Picture {
    /// The pixels of a part.
    fileprivate func cut(_ part: PixelBox) -> Picture {
        Picture(part.size.width, part.size.height, format.layout) { x, y in self[part.left + x, part.top + y]
        }
    }
}
