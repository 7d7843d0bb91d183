import Testing

@testable import Imaging

@Suite struct NormaliserTests {
    private static let secret = TIFFBlock.make([
        (EXIF.Tag.model, .text("Camera")), (EXIF.Tag.artist, .text("A. Artist")),
        (EXIF.Tag.copyright, .text("© 2026")),
        (
            EXIF.Tag.gpsDirectory,
            .directory([
                (EXIF.Tag.latitudeReference, .text("N")),
                (EXIF.Tag.latitude, .rationals([(48, 1), (8, 1), (0, 1)])),
            ])
        ),
    ])

    @Test(arguments: ImageFormat.allCases)
    func `a file without metadata is left as it is`(format: ImageFormat) throws {
        let file = try Files.file(format, .marker(48, 32))
        #expect(try Self.normalised(file) == .unchanged)
    }

    @Test(arguments: ImageFormat.allCases)
    func `private metadata go, copyright and pixels stay`(format: ImageFormat) throws {
        let plain = try Files.file(format, .marker(48, 32))
        let (bytes, changes) = try Self.rewritten(try Files.adding(exif: Self.secret, to: plain))
        #expect(changes == [.strippedMetadata])
        #expect(try Picture(decoding: bytes) == Picture(decoding: plain))
        let exif = try #require(try ImageInfo(reading: bytes).exif)
        #expect(exif.copyright == "© 2026" && exif.artist == "A. Artist")
        #expect(exif.model == nil && exif.position == nil)
        #expect(try !Witness.metadata(bytes).contains { $0.hasPrefix("gps") || $0.hasPrefix("exif:0110") })
    }

    @Test(arguments: ImageFormat.allCases)
    func `normalising again changes nothing`(format: ImageFormat) throws {
        for orientation in Orientation.allCases {
            let block = TIFFBlock.make([
                (EXIF.Tag.orientation, .short(orientation.rawValue)), (EXIF.Tag.copyright, .text("me")),
                (EXIF.Tag.model, .text("Camera")),
            ])
            let file = try Files.adding(exif: block, to: try Files.file(format, .marker(41, 27)))
            let (bytes, _) = try Self.rewritten(file)
            #expect(try Self.normalised(bytes) == .unchanged, "\(orientation)")
        }
    }

    @Test(
        arguments: Orientation.allCases.filter { $0 != .up },
        ["jpeg-444", "jpeg-gray", "jpeg-progressive", "jpeg-422"]
    )
    func `a turned JPEG has the coefficients of its source`(orientation: Orientation, kind: String) throws {
        let source = try Self.aligned(kind)
        let (upright, changes) = try Self.rewritten(try Files.adding(orientation, to: source))
        #expect(changes.contains(.turnedUpright))
        #expect(try ImageInfo(reading: upright).orientation == .up)
        // The inverse turn leads back to the very same pixels: nothing was rounded on the way.
        let inverse =
            orientation == .rotate90
            ? Orientation.rotate270 : orientation == .rotate270 ? .rotate90 : orientation
        let (back, _) = try Self.rewritten(try Files.adding(inverse, to: upright))
        let (own, original) = (try Picture(decoding: back), try Picture(decoding: source))
        #expect(own == original)
        let turned = try Picture(decoding: upright)
        #expect(turned.format.size == orientation.applied(to: original.format.size))
        #expect(turned.psnr(original.upright(by: orientation)) > 40)
    }

    @Test(arguments: Orientation.allCases.filter { $0 != .up })
    func `a JPEG of any size is brought upright or keeps its orientation`(orientation: Orientation) throws {
        // Sides of whole and half units, and of every way to cut a block.
        let sides = [8, 15, 16, 24, 31, 32, 40, 45, 48]
        for (width, height) in sides.flatMap({ width in sides.map { (width, $0) } }) {
            let source = try Files.file(.jpeg, .marker(width, height))
            let file = try Files.adding(orientation, to: source)
            let upright = try Picture(decoding: source).upright(by: orientation)
            var bytes = file
            if case .rewritten(let turned, let changes) = try Self.normalised(file) {
                #expect(changes == [.turnedUpright])
                bytes = turned
            }
            let kept = try ImageInfo(reading: bytes).orientation
            #expect(kept == .up || bytes == file)
            let shown = try Picture(decoding: bytes).upright(by: kept)
            #expect(shown.psnr(upright) > 30, "\(width) × \(height)")
        }
    }

    @Test(arguments: [Orientation.mirrorHorizontally, .rotate180, .rotate90, .transverse])
    func `a JPEG whose edge cuts blocks keeps its orientation`(orientation: Orientation) throws {
        let source = try Files.file(.jpeg, .marker(41, 27))
        let block = TIFFBlock.make([
            (EXIF.Tag.orientation, .short(orientation.rawValue)), (EXIF.Tag.model, .text("Camera")),
        ])
        let (bytes, changes) = try Self.rewritten(try Files.adding(exif: block, to: source))
        #expect(changes == [.strippedMetadata, .keptOrientation])
        #expect(try ImageInfo(reading: bytes).orientation == orientation)
        #expect(try Picture(decoding: bytes) == Picture(decoding: source))
    }

    @Test func `a JPEG that need not stand upright only loses private metadata`() throws {
        let source = try Self.aligned("jpeg-422")
        let block = TIFFBlock.make([
            (EXIF.Tag.orientation, .short(8)), (EXIF.Tag.model, .text("Camera")),
        ])
        let file = try Files.adding(exif: block, to: source)
        var normaliser = Normaliser()
        normaliser.turnsUpright = false
        guard
            case .rewritten(let bytes, let changes) =
                try normaliser.normalise(file, try ImageInfo(reading: file))
        else {
            Issue.record("nothing was stripped")
            return
        }
        #expect(changes == [.strippedMetadata, .keptOrientation])
        #expect(try ImageInfo(reading: bytes).orientation == .rotate270)
        #expect(try ImageInfo(reading: bytes).exif?.model == nil)
        #expect(try Picture(decoding: bytes) == Picture(decoding: source))
    }

    @Test(arguments: ["jpeg-cmyk-large", "icc:p3:RGB:JPEG"], [Orientation.transpose, .mirrorHorizontally])
    func `a JPEG that has to be decoded for its colours is not turned`(
        kind: String,
        orientation: Orientation
    ) throws {
        let file = try Files.adding(orientation, to: try Witness.make(kind))
        #expect(try Self.normalised(file) == .unchanged)
    }

    @Test func `a JPEG whose profile cannot be used is turned, and keeps it`() throws {
        let junk = Array("ICC_PROFILE\0\u{1}\u{1}junk".utf8)
        let plain = try Files.file(.jpeg, .marker(64, 48))
        let source = try Files.adding(.rotate90, to: Files.adding(marker: 0xe2, junk, to: plain))
        let (bytes, changes) = try Self.rewritten(source)
        #expect(changes.contains(.turnedUpright))
        #expect(try JPEGStructure(reading: bytes).hasColorProfile)
    }

    @Test func `the turn that needs no cut block is made whatever the size`() throws {
        let source = try Files.adding(.transpose, to: try Files.file(.jpeg, .marker(41, 27)))
        let (bytes, changes) = try Self.rewritten(source)
        #expect(changes.contains(.turnedUpright))
        #expect(try ImageInfo(reading: bytes).storedSize == PixelSize(width: 27, height: 41))
    }

    @Test(arguments: ImageFormat.allCases)
    func `bytes behind the picture are removed`(format: ImageFormat) throws {
        let file = try Files.file(format, .marker(48, 32))
        let (bytes, changes) = try Self.rewritten(file + Array("PK\u{3}\u{4} a hidden archive".utf8))
        #expect(changes == [.removedTrailingData])
        #expect(bytes == file)
    }

    @Test(arguments: ["webp-animated", "webp-animated-part"])
    func `of an animation the first frame stays, as it was`(kind: String) throws {
        let file = try Witness.make(kind)
        let (bytes, changes) = try Self.rewritten(file)
        #expect(changes == [.keptFirstFrame])
        #expect(try ImageInfo(reading: bytes).frameCount == 1)
        let plans = [RenditionPlan(Resize(), as: .png())]
        #expect(try Renderer().render(bytes, plans) == Renderer().render(file, plans))
    }

    @Test(arguments: [true, false])
    func `an animation of a single frame that fills the canvas becomes that frame`(isLossless: Bool) throws {
        var options = Encoding.WebPOptions()
        options.isLossless = isLossless
        let still = try Picture.marker(64, 48).encoded(as: .webp(options))
        let size = PixelSize(width: 64, height: 48)
        let (bytes, changes) = try Self.rewritten(try Files.animation(of: still, on: size))
        #expect(bytes == still && changes == [.keptFirstFrame])
        let part = try Files.animation(of: still, on: PixelSize(width: 65, height: 48))
        #expect(try Self.normalised(part) == .unchanged)
    }

    @Test(arguments: ["webp-animated", "webp-animated-part"], ["EXIF", "XYZW"])
    func `what else lies in a frame than its picture goes`(kind: String, type: String) throws {
        let (plain, _) = try Self.rewritten(try Witness.make("webp-animated-part"))
        let file = kind == "webp-animated" ? try Witness.make(kind) : plain
        let chunks = try WebPStructure(reading: file).chunks.map { chunk in
            let secret = chunk.type == "ANMF" ? WebPChunks.encoded(type, Array("at home".utf8)) : []
            return WebPChunks.encoded(chunk.type, chunk.data.array + secret)
        }
        let (bytes, changes) = try Self.rewritten(WebPChunks.file(chunks))
        #expect(changes.contains(.strippedMetadata))
        #expect(try bytes == (kind == "webp-animated" ? Self.rewritten(file).bytes : plain))
    }

    @Test(arguments: ["jpeg-icc", "png-icc", "webp-icc"])
    func `the colour profile stays`(kind: String) throws {
        let file = try Witness.make(kind)
        let (bytes, _) = try Self.rewritten(try Files.adding(exif: Self.secret, to: file))
        #expect(try Witness.profile(bytes) == Witness.profile(file))
    }

    @Test(arguments: ["jpeg-baseline", "jpeg-progressive", "png-rgb", "webp-lossy"])
    func `a truncated file is refused`(kind: String) throws {
        let file = try Witness.make(kind)
        let error = #expect(throws: ImagingError.self) {
            let whole = try ImageInfo(reading: file)
            _ = try Normaliser().normalise(Array(file.dropLast(9)), whole)
        }
        #expect(error?.code == .truncated)
    }

    /// A JPEG of a kind whose sides are whole units.
    private static func aligned(_ kind: String) throws -> [UInt8] {
        var options = Encoding.JPEGOptions(quality: 90)
        options.isProgressive = kind == "jpeg-progressive"
        options.chromaSubsampling = kind == "jpeg-422" ? .halfWidth : .full
        return try Picture.marker(64, 48, kind == "jpeg-gray" ? .gray : .rgb).encoded(as: .jpeg(options))
    }

    private static func normalised(_ file: [UInt8]) throws -> NormalisedImage {
        try Normaliser().normalise(file, try ImageInfo(reading: file))
    }

    private static func rewritten(
        _ file: [UInt8]
    ) throws -> (bytes: [UInt8], changes: Set<NormalisedImage.Change>) {
        guard case .rewritten(let bytes, let changes) = try normalised(file) else {
            throw ImagingError(.encodingFailed, "nothing was rewritten")
        }
        return (bytes, changes)
    }
}
