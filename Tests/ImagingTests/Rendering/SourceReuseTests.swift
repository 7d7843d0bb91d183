import Testing

@testable import Imaging

@Suite struct `A file whose pixels nobody changes` {
    private static let plan: RenditionPlan = {
        var plan = RenditionPlan(Resize(), as: .jpeg())
        plan.mayBeSource = true
        return plan
    }()

    private static let block = TIFFBlock.make([
        (EXIF.Tag.model, .text("Camera")), (EXIF.Tag.copyright, .text("me")),
    ])

    private let plain: [UInt8]

    init() throws {
        plain = try Picture.marker(75, 61).encoded(as: .jpeg(.init(quality: 93)))
    }

    @Test func `is handed on as it is coded, with the metadata that are asked for`() throws {
        var bare = Self.plan
        bare.metadata = []
        let source = try Files.adding(exif: Self.block, to: plain)
        let images = try Renderer().render(source, [Self.plan, bare])
        #expect(images[1].bytes == plain)
        #expect(images.map(\.steps) == [[], []])
        #expect(images.map(\.size) == Array(repeating: PixelSize(width: 75, height: 61), count: 2))
        let exif = try #require(try ImageInfo(reading: images[0].bytes).exif)
        #expect(exif.copyright == "me" && exif.model == nil)
        #expect(try Picture(decoding: images[0].bytes) == Picture(decoding: plain))
    }

    @Test func `is handed on beside others, and where it would only be enlarged`() throws {
        let small = RenditionPlan(Resize(width: 20), as: .png())
        var larger = Self.plan
        larger.resize = Resize(width: 900, height: 900)
        let images = try Renderer().render(plain, [small, Self.plan, small, larger])
        #expect(images.map(\.format) == [.png, .jpeg, .png, .jpeg])
        #expect(images[0] == (try Renderer().render(plain, [small])[0]) && images[0] == images[2])
        #expect(images[1].bytes == plain && images[3].bytes == plain)
    }

    @Test(
        arguments: [
            { $0.mayBeSource = false }, { $0.resize = Resize(width: 74) }, { $0.maximumByteCount = 1_000 },
            { $0.operations = [.turn(.rotate180)] }, { $0.encoding = .png() },
            { $0.resize = Resize(width: 75, height: 75, fit: .contain) },
        ] as [@Sendable (inout RenditionPlan) -> Void]
    )
    func `is encoded anew where anything is asked for`(_ ask: @Sendable (inout RenditionPlan) -> Void) throws
    {
        var plan = Self.plan
        ask(&plan)
        #expect(try Renderer().render(plain, [plan])[0].isEncoded)
        let edit = Operation.turn(.mirrorVertically)
        #expect(try Renderer().render(plain, [Self.plan], operations: [edit])[0].isEncoded)
    }

    @Test(arguments: Encoding.JPEGOptions.ChromaSubsampling.allCases, [60, 95])
    func `is as fine as its source where it cannot be turned without loss, and says so`(
        chroma: Encoding.JPEGOptions.ChromaSubsampling,
        quality: Int
    ) throws {
        var options = Encoding.JPEGOptions(quality: quality)
        options.chromaSubsampling = chroma
        let photo = SyntheticPhoto(size: PixelSize(width: 203, height: 151))
        let stored = try photo.encoded(as: .jpeg(options))
        var plan = Self.plan
        plan.encoding = .jpeg()
        let image = try Renderer().render(Files.adding(.rotate180, to: stored), [plan])[0]
        #expect(image.notices == [.encodedAgain])
        let structure = try JPEGStructure(reading: image.bytes)
        #expect(structure.quality == max(80, quality))
        let factors = structure.frame.components[0]
        #expect(factors.horizontalSampling == chroma.factors.horizontal)
        #expect(factors.verticalSampling == chroma.factors.vertical)
        plan.mayBeSource = false
        let other = try Renderer().render(Files.adding(.rotate180, to: stored), [plan])[0]
        #expect(try other.notices.isEmpty && JPEGStructure(reading: other.bytes).quality == 80)
    }

    @Test(
        arguments: ["jpeg-cmyk", "jpeg-cmyk-progressive", "icc:p3:RGB:JPEG"],
        [Orientation.up, .mirrorHorizontally, .rotate180]
    )
    func `is as fine as its source where its colours have to be brought to sRGB, and says so`(
        kind: String,
        orientation: Orientation
    ) throws {
        let stored = try Witness.make(kind)
        var plan = Self.plan
        plan.encoding = .jpeg()
        let image = try Renderer().render(Files.adding(orientation, to: stored), [plan])[0]
        #expect(image.notices.contains(.encodedAgain))
        let (own, source) = (try JPEGStructure(reading: image.bytes), try JPEGStructure(reading: stored))
        #expect(own.quality == source.quality && own.frame.isProgressive == source.frame.isProgressive)
        #expect(own.frame.components[0].horizontalSampling == source.frame.components[0].horizontalSampling)
    }

    @Test(arguments: 1...100)
    func `has the quality that its tables tell`(quality: Int) throws {
        let file = try Picture.marker(9, 9).encoded(as: .jpeg(Encoding.JPEGOptions(quality: quality)))
        #expect(try JPEGStructure(reading: file).quality == quality)
    }

    @Test(arguments: ["jpeg-cmyk", "icc:p3:RGB:JPEG", "png-rgb", "webp-lossy"])
    func `is one of sRGB`(kind: String) throws {
        #expect(try Renderer().render(Witness.make(kind), [Self.plan])[0].isEncoded)
    }

    @Test func `is handed on without a profile that says nothing new`() throws {
        let file = try Witness.make("jpeg-icc")
        let image = try Renderer().render(file, [Self.plan])[0]
        #expect(!image.isEncoded)
        #expect(try Witness.profile(image.bytes).isEmpty && !Witness.profile(file).isEmpty)
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: file))
    }

    @Test(arguments: [ImageFormat.jpeg, .png, .webp])
    func `is handed on in every format, also where it has to fit into a size`(format: ImageFormat) throws {
        let file = try Files.file(format, Picture.marker(40, 30, format == .jpeg ? .rgb : .rgba))
        let source = try Files.adding(exif: Self.block, to: file)
        var plan = Self.plan
        plan.encoding = format == .jpeg ? .jpeg() : format == .png ? .png() : .webp()
        let image = try Renderer().render(source, [plan])[0]
        #expect(!image.isEncoded && image.format == format)
        #expect(try Picture(decoding: image.bytes) == Picture(decoding: file))
        let exif = try #require(try ImageInfo(reading: image.bytes).exif)
        #expect(exif.copyright == "me" && exif.model == nil)
        plan.metadata = []
        plan.maximumByteCount = file.count
        #expect(try Renderer().render(source, [plan])[0].bytes == file)
        #expect(try Renderer().render(Files.adding(.rotate90, to: file), [plan])[0].isEncoded)
        plan.maximumByteCount = file.count - 1
        #expect(try Renderer().render(source, [plan])[0].isEncoded == (format != .png))
    }

    @Test
    func
        `is handed on where it is a PNG that is too large a file, as nothing makes it smaller, and takes no memory`()
        throws
    {
        let file = try Files.file(.png, Picture.marker(1_800, 1_400))
        var plan = Self.plan
        (plan.encoding, plan.maximumByteCount) = (.png(), file.count)
        var renderer = Renderer()
        renderer.limits.maximumMemoryByteCount = 4 << 20
        #expect(try renderer.render(file, [plan])[0].notices.isEmpty)
        plan.maximumByteCount = 256
        let image = try renderer.render(file, [plan])[0]
        #expect(image.bytes == file && image.notices == [.missedSizeLimit])
        var half = plan
        half.resize = Resize(width: 90)
        var free = half
        free.maximumByteCount = nil
        let made = try Renderer().render(file, [half, free])
        #expect(made[0].bytes == made[1].bytes && made[0].notices == [.missedSizeLimit])
    }

    @Test func `is one of sRGB where it is a PNG, and loses its words of colour and whatever is private`()
        throws
    {
        let file = try Files.file(.png, Picture.marker(40, 30))
        var plan = Self.plan
        (plan.encoding, plan.metadata) = (.png(), [])
        let text = Files.adding(chunk: "tEXt", Array("Comment\0home".utf8), to: file)
        let gamma = Files.adding(chunk: "gAMA", [0, 0, 0xb1, 0x8f], to: text)
        #expect(try Renderer().render(gamma, [plan])[0].bytes == file)
        let linear = Files.adding(chunk: "gAMA", [0, 1, 0x86, 0xa0], to: file)
        #expect(try Renderer().render(linear, [plan])[0].isEncoded)
        let copyright = Files.adding(chunk: "tEXt", Array("Copyright\0me".utf8), to: file)
        #expect(try Renderer().render(copyright, [plan])[0].bytes == file)
        plan.metadata = .copyright
        let told = try Renderer().render(copyright, [plan])[0]
        #expect(!told.isEncoded)
        #expect(try ImageInfo(reading: told.bytes).exif?.copyright == "me")
        #expect(throws: ImagingError.self) {
            try Renderer().render(Array(file.dropLast(60) + file.suffix(12)), [plan])
        }
    }

    @Test func `is upright`() throws {
        let file = try Files.adding(.rotate90, to: plain)
        #expect(try Renderer().render(file, [Self.plan])[0].isEncoded)
    }

    @Test func `is whole: damage is found, and what is made of it where that is tolerated is said`() throws {
        let start = try JPEGStructure(reading: plain).scanStart
        var broken = plain
        broken.replaceSubrange(start + 400..<start + 600, with: Array(repeating: 0, count: 200))
        let error = #expect(throws: ImagingError.self) { try Renderer().render(broken, [Self.plan]) }
        #expect(error?.code == .damaged)
        var renderer = Renderer()
        renderer.toleratesDamage = true
        for file in [broken, Array(plain.dropLast(300))] {
            let image = try renderer.render(file, [Self.plan])[0]
            #expect(image.isEncoded && image.notices == [.damagedSource, .encodedAgain])
            let structure = try JPEGStructure(reading: image.bytes)
            #expect(structure.quality == 93)
            #expect(structure.frame.components[0].horizontalSampling == 2)
            var other = Self.plan
            other.mayBeSource = false
            #expect(try renderer.render(file, [other])[0].notices == [.damagedSource])
        }
    }
}
